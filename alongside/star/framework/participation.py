"""The second view of the Star: who takes part with whom, per Co.

The source asks to map the collaboration between councillors, managers, staff and residents itself,
not only opinions about it. A practice counts once for every pair of groups that take part in it, and
its exact set of groups stands in the table.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.star.framework.picture import CO_KEYS, PictureError, Shape
from alongside.star.framework.twin import Cell, Table

GROUP_KEYS = ("elected", "manager", "staff", "resident")
PAIRS = tuple(combinations(GROUP_KEYS, 2))

type Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Member:
    """One of the four groups as it appears in the picture."""

    group: str
    name: str
    letter: str
    shape: Shape
    solid: bool = False


@dataclass(frozen=True, slots=True)
class CoTies:
    """The practices of one Co, counted by the exact set of groups that take part."""

    co: str
    label: str
    sets: Mapping[frozenset[str], int]

    def __post_init__(self) -> None:
        if self.co not in CO_KEYS:
            raise PictureError(f"unknown Co {self.co!r}")
        for groups, count in self.sets.items():
            if not groups or groups - set(GROUP_KEYS):
                raise PictureError(f"{self.co}: {sorted(groups)} is not a set of groups")
            if count < 0:
                raise PictureError(f"{self.co}: {count} practices")

    def __hash__(self) -> int:
        # A mapping has no hash of its own; equal ties must have equal ones, so that drawings are kept.
        return hash((self.co, self.label, frozenset(self.sets.items())))

    @property
    def practices(self) -> int:
        return sum(self.sets.values())

    def with_group(self, group: str) -> int:
        """In how many practices the group takes part."""
        return sum(count for groups, count in self.sets.items() if group in groups)

    def with_pair(self, pair: Pair) -> int:
        """In how many practices both take part."""
        return sum(count for groups, count in self.sets.items() if set(pair) <= groups)


@dataclass(frozen=True, slots=True)
class ParticipationPicture:
    """Four small pictures, one per Co, with the same four groups."""

    title: str
    members: tuple[Member, Member, Member, Member]
    cos: tuple[CoTies, CoTies, CoTies, CoTies]
    caption: str = ""

    def __post_init__(self) -> None:
        if tuple(member.group for member in self.members) != GROUP_KEYS:
            raise PictureError(f"the groups come in the order {', '.join(GROUP_KEYS)}")
        if tuple(ties.co for ties in self.cos) != CO_KEYS:
            raise PictureError(f"the Co's come in the order {', '.join(CO_KEYS)}")

    def name_of(self, group: str) -> str:
        return next(member.name for member in self.members if member.group == group)

    @property
    def most(self) -> int:
        """The largest count of any pair: the widest line."""
        return max(ties.with_pair(pair) for ties in self.cos for pair in PAIRS)


def pair_table(picture: ParticipationPicture) -> Table:
    """The lines of the picture as rows: practices in which both groups take part."""
    rows: list[tuple[Cell, ...]] = [
        (
            capfirst(
                _("%(one)s with %(other)s")
                % {"one": picture.name_of(pair[0]), "other": picture.name_of(pair[1])}
            ),
            *(ties.with_pair(pair) for ties in picture.cos),
        )
        for pair in PAIRS
    ]
    return Table(picture.title, (_("Who with whom"), *_labels(picture)), tuple(rows))


def set_table(picture: ParticipationPicture) -> Table:
    """The practices by exactly who takes part, the most frequent first."""
    totals: Counter[frozenset[str]] = Counter()
    for ties in picture.cos:
        totals.update(ties.sets)
    ordered = sorted(totals, key=lambda groups: (-totals[groups], _place(groups)))
    rows: list[tuple[Cell, ...]] = [
        (
            capfirst(", ".join(picture.name_of(group) for group in GROUP_KEYS if group in groups)),
            *(ties.sets.get(groups, 0) for ties in picture.cos),
        )
        for groups in ordered
        if totals[groups]
    ]
    return Table(_("Exactly who takes part"), (_("Who takes part"), *_labels(picture)), tuple(rows))


def participation_description(picture: ParticipationPicture) -> str:
    """Everything the picture says, as sentences."""
    sentences = [picture.caption] if picture.caption else []
    return " ".join([*sentences, *(ties_sentence(ties, picture) for ties in picture.cos)])


def ties_sentence(ties: CoTies, picture: ParticipationPicture) -> str:
    """What one of the four small pictures says."""
    if not ties.practices:
        return _("%(co)s: no practice is known yet.") % {"co": ties.label}
    practices = ngettext("%(count)d practice", "%(count)d practices", ties.practices) % {
        "count": ties.practices
    }
    parts = [
        _("%(one)s with %(other)s %(count)d")
        % {
            "one": picture.name_of(pair[0]),
            "other": picture.name_of(pair[1]),
            "count": ties.with_pair(pair),
        }
        for pair in PAIRS
    ]
    alone = [f"{member.name} {ties.with_group(member.group)}" for member in picture.members]
    return _("%(co)s: %(practices)s. Taking part: %(groups)s. Together: %(pairs)s.") % {
        "co": ties.label,
        "practices": practices,
        "groups": ", ".join(alone),
        "pairs": ", ".join(parts),
    }


def _labels(picture: ParticipationPicture) -> tuple[str, ...]:
    return tuple(ties.label for ties in picture.cos)


def _place(groups: frozenset[str]) -> tuple[int, ...]:
    return tuple(sorted(GROUP_KEYS.index(group) for group in groups))

"""The level of each Co: what the four points of the Star are filled by.

Only groups that may be shown take part: with equal weights, the overall level and the shown groups
together would give a hidden group's answers away exactly. Which groups may be shown is decided by
disclosure control; it may differ by Co, since people who say "not our role" have no voice there.

Source: decisions on statistics, 32 to 35, and on disclosure, 27.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from .answers import Answers, Shown, shown_for
from .reading import GroupLevel, Reading, read
from .voices import Voices, is_complete, voices

CONFIDENCE = 0.95


@dataclass(frozen=True, kw_only=True)
class StarLevel(Reading):
    """One point of the Star: the reading of the shown groups together, and each group's own.

    `staff_view_only`: fewer than two shown groups were heard, or residents were not among them;
    title, picture and export must say so.
    """

    co: str
    groups: tuple[GroupLevel, ...]
    staff_view_only: bool


def levels(
    answers: Answers,
    *,
    shown_groups: Shown[str],
    resident_group: str,
    asked: Mapping[str, int] | None = None,
    cos: Sequence[str] | None = None,
    confidence: float = CONFIDENCE,
) -> dict[str, StarLevel]:
    """The level of each Co, by Co, in the order of `cos` (default: those answered about, sorted).

    `shown_groups` are the groups that may be shown, for all Cos or by Co. `asked` says how many
    people of a group were asked, where that is known: when exactly as many answered, no interval
    is given for them, because nobody is left to guess about. A shown group in which nobody rated
    has no weight. Ties: exactly half reaches a level, exactly a third is enough for an end.

    >>> rows = [(p, g, "parks", "design", c) for p, g, c in [
    ...     ("ann", "resident", 2), ("al", "resident", 1), ("bo", "staff", 3), ("bea", "staff", 2)]]
    >>> star = levels(Answers.of(rows), shown_groups=["resident", "staff"],
    ...               resident_group="resident", asked={"resident": 2, "staff": 2})
    >>> star["design"].level, star["design"].rings
    (2, (1.0, 0.75, 0.25, 0.0))
    >>> [(g.group, g.level) for g in star["design"].groups]
    [('resident', 2), ('staff', 3)]
    """
    return {
        co: star_level(
            answers.about(co),
            co=co,
            groups=shown_for(co, shown_groups),
            resident_group=resident_group,
            asked=asked or {},
            confidence=confidence,
        )
        for co in (answers.cos if cos is None else cos)
    }


def star_level(
    answers: Answers,
    *,
    co: str,
    groups: Iterable[str],
    resident_group: str,
    asked: Mapping[str, int],
    confidence: float,
) -> StarLevel:
    """One point of the Star from answers that are already about one Co."""
    shown = [voices(answers, g, complete=is_complete(answers, g, asked)) for g in groups]
    heard = {some.group for some in shown if some.heard}
    return StarLevel(
        co=co,
        groups=tuple(_group_level(some, confidence) for some in shown),
        staff_view_only=len(heard) < 2 or resident_group not in heard,
        **_figures(read(shown, confidence=confidence)),
    )


def _group_level(some: Voices, confidence: float) -> GroupLevel:
    return GroupLevel(group=some.group, **_figures(read([some], confidence=confidence)))


def _figures(reading: Reading) -> dict[str, Any]:
    return {field.name: getattr(reading, field.name) for field in fields(reading)}

"""Who has not been heard, in words; and how many minutes people were asked for.

Pure functions over plain rows: the room that holds the answers counts people and hands them in.
The words keep the disclosure rule (trust 26 to 30): of a group as a whole it may be said how many
of those asked answered; below that, for services and kinds of residents, no number under the
minimum is ever told, and nobody is not told apart from a few.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.foundation.members.groups import group_name
from alongside.foundation.places.vocabulary import Words
from alongside.foundation.reach.queries.order import GROUP_ORDER

NAMED_SERVICES = 3


@dataclass(frozen=True, slots=True)
class Heard:
    """How many people of a group answered, of how many asked; of all services or of one.

    `service` is a service's name, empty for all; `kind` a kind of residents, empty for all. The
    same person may stand in several rows.
    """

    group: str
    answered: int
    asked: int | None = None
    service: str = ""
    kind: str = ""


class Lack(IntEnum):
    """What is missing, the worst first."""

    NOBODY = 0
    TOO_FEW = 1
    SOME_KINDS = 2
    SOME_SERVICES = 3


@dataclass(frozen=True, slots=True)
class Silence:
    """A voice that is missing, and the sentence that says so."""

    group: str
    lack: Lack
    sentence: str


def not_heard(rows: Iterable[Heard], *, minimum: int, words: Words) -> tuple[Silence, ...]:
    """Return who has not been heard, the most serious first; nothing where all were heard.

    A group that is missing as a whole is named once, not again for each service.
    """
    told = list(rows)
    wholes = {(row.group, row.kind): row for row in told if not row.service}
    silences: list[Silence] = []
    for group in GROUP_ORDER:
        whole = wholes.get((group, ""))
        if whole is None or whole.answered >= minimum:
            silences += _within(group, told, wholes, minimum, words)
        else:
            silences.append(_of_group(whole, words))
    return tuple(sorted(silences, key=lambda silence: silence.lack))


def _of_group(whole: Heard, words: Words) -> Silence:
    names = {"group": group_name(words, whole.group), "asked": whole.asked}
    if whole.answered == 0:
        sentence = (
            _("No %(group)s have answered yet; %(asked)s were asked.")
            if whole.asked
            else _("No %(group)s have answered yet.")
        )
        return Silence(whole.group, Lack.NOBODY, sentence % names)
    if whole.asked:
        sentence = _("%(answered)s of %(asked)s %(group)s answered; too few to show.")
        return Silence(whole.group, Lack.TOO_FEW, sentence % {**names, "answered": whole.answered})
    sentence = _("Too few %(group)s have answered to be shown; more are needed.")
    return Silence(whole.group, Lack.TOO_FEW, sentence % names)


def _within(
    group: str,
    rows: Sequence[Heard],
    wholes: Mapping[tuple[str, str], Heard],
    minimum: int,
    words: Words,
) -> list[Silence]:
    """Say which kinds and services lack voices in a group that was heard as a whole."""
    missing_kinds = [
        row.kind
        for row in rows
        if row.group == group and row.kind and not row.service and row.answered < minimum
    ]
    silences = [
        Silence(group, Lack.SOME_KINDS, _few(_named(group, kind, words))) for kind in missing_kinds
    ]
    quiet = _quiet_services(group, "", rows, minimum)
    if quiet:
        silences.append(_of_services(group, "", quiet, words))
    for kind in dict.fromkeys(kind for g, kind in wholes if g == group and kind):
        if kind not in missing_kinds:
            also = [s for s in _quiet_services(group, kind, rows, minimum) if s not in quiet]
            if also:
                silences.append(_of_services(group, kind, also, words))
    return silences


def _quiet_services(group: str, kind: str, rows: Sequence[Heard], minimum: int) -> list[str]:
    return [
        row.service
        for row in rows
        if row.service and (row.group, row.kind) == (group, kind) and row.answered < minimum
    ]


def _of_services(group: str, kind: str, services: Sequence[str], words: Words) -> Silence:
    # Not "too few": what is hidden may be hidden for another's sake, and never says why.
    sentence = _("More answers from %(group)s are needed about %(services)s.")
    named = {"group": _named(group, kind, words), "services": _listed(services)}
    return Silence(group, Lack.SOME_SERVICES, sentence % named)


def _few(named: str) -> str:
    return _("Too few %(group)s, or none, have answered.") % {"group": named}


def _named(group: str, kind: str, words: Words) -> str:
    names = {"group": group_name(words, group)}
    pattern = {
        "uses": _("%(group)s who use a service"),
        "cares": _("%(group)s who care for someone"),
        "neighbour": _("%(group)s who live nearby"),
        "volunteer": _("%(group)s who volunteer"),
    }.get(kind, "%(group)s")
    return pattern % names


def _listed(names: Sequence[str]) -> str:
    """Name some and count the rest.

    >>> _listed(["Home care", "Schools"])
    'Home care and Schools'
    """
    if len(names) == 1:
        return names[0]
    first, rest = names[:NAMED_SERVICES], len(names) - NAMED_SERVICES
    if rest > 0:
        more = ngettext("%(n)s more", "%(n)s more", rest) % {"n": rest}
        return _("%(names)s and %(last)s") % {"names": ", ".join(first), "last": more}
    return _("%(names)s and %(last)s") % {"names": ", ".join(first[:-1]), "last": first[-1]}

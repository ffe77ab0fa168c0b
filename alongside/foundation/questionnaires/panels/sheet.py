"""What was said on a sheet, in words, page by page: the same before and after it is sent."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.engines.questions.contents import Choice, Group, Item
from alongside.engines.questions.contents import Questionnaire as Contents
from alongside.engines.questions.kinds import NOT_ANSWERED, Kind
from alongside.engines.questions.pages import Asked, Page
from alongside.foundation.questionnaires.queries.answering import Sheet
from alongside.foundation.questionnaires.wording import spoken


@dataclass(slots=True)
class Said:
    """What stands together: under no heading, or in one turn of a repeated group (`turn_key`).

    `rows` are those of a summary list.
    """

    heading: str
    turn_key: str
    rows: list[dict[str, Any]]


def said_on(sheet: Sheet, change_at: Callable[[str], str] | None = None) -> list[Said]:
    """Return everything that is asked with what was said, in its order.

    `change_at` gives the address at which the answers of a page can be changed, by its key.
    """
    found: list[Said] = []
    for page in sheet.pages:
        asked = [one for one in page.asked if one.question.kind not in NOT_ANSWERED]
        if not asked:
            continue
        part = Said(heading_of(page), _turn_key(page), [])
        if not found or (found[-1].heading, found[-1].turn_key) != (part.heading, part.turn_key):
            found.append(part)
        url = change_at(page.key) if change_at else ""
        found[-1].rows += [_row(one, url) for one in asked]
    return found


def _row(one: Asked, url: str) -> dict[str, Any]:
    label = spoken(one.question.label)
    change = {"url": url, "text": _("Change"), "hidden": label}
    return {"key": label, "value": words_of_answer(one), "actions": [change] if url else []}


def heading_of(page: Page) -> str:
    """Return the groups around a page, the outermost first, each with the number of its turn."""
    return " · ".join(
        f"{spoken(label)} {turn}".strip() if turn else spoken(label)
        for label, turn in page.headings
        if turn or spoken(label)
    )


def _turn_key(page: Page) -> str:
    """The innermost turn in which the page stands (`child/2`), or nothing."""
    return page.key.rpartition("/")[0] if "/" in page.key else ""


def words_of_answer(one: Asked) -> str:
    """Return an answer as a person reads it."""
    if one.is_declined:
        return _("I'd rather not say")
    if one.answer is None:
        return _("no answer")
    kind, answer = one.question.kind, one.answer
    if kind in {Kind.ONE, Kind.SEVERAL, Kind.RANKING}:
        return _chosen(one.choices, [answer] if kind is Kind.ONE else answer, kind)
    if kind is Kind.CONSENT:
        return _("Yes")
    if kind is Kind.DATE:
        day = parse_date(answer)
        return date_format(day, "DATE_FORMAT") if day else ""
    return _place(answer) if kind is Kind.PLACE else str(answer)


def _chosen(choices: Sequence[Choice], names: Sequence[str], kind: Kind) -> str:
    labels = {choice.name: spoken(choice.label) for choice in choices}
    told = [labels[name] for name in names]
    if kind is Kind.RANKING:
        return ", ".join(f"{at}. {label}" for at, label in enumerate(told, 1))
    return ", ".join(told)


def _place(answer: Any) -> str:
    point = ", ".join(answer[key] for key in ("lat", "lon") if key in answer)
    return " · ".join(part for part in (answer.get("words", ""), point) if part)


def turn_words(page: Page) -> str:
    """Return the question whether a repeated group comes once more."""
    label = spoken(page.again.label) if page.again else ""
    turn = int(page.key.rpartition("/")[2])
    if turn == 1:
        words = _("“%(label)s”: is there one that you want to tell us about?")
    else:
        words = _("“%(label)s”: is there another one?")
    return words % {"label": label or _("More")}


@dataclass(frozen=True, slots=True)
class AskedLine:
    """One question as whoever prepares it sees it: what kind, from what, and when it is asked."""

    label: str
    kind: str
    choices: tuple[str, ...]
    facts: tuple[str, ...]
    depth: int
    is_group: bool = False


def asked_in(contents: Contents) -> list[AskedLine]:
    """Return everything that a questionnaire may ask, in its order."""
    return list(_lines(contents, contents.members, 0))


def _lines(contents: Contents, members: Sequence[Item], depth: int) -> Iterator[AskedLine]:
    for one in members:
        condition = (_("only if %(condition)s") % {"condition": one.asked_if},)
        facts = condition if one.asked_if else ()
        if isinstance(one, Group):
            more = (_("asked for each of several"),) if one.repeats else ()
            label = spoken(one.label) or one.name
            yield AskedLine(label, _("Group"), (), (*more, *facts), depth, is_group=True)
            yield from _lines(contents, one.members, depth + 1)
        elif one.kind is not Kind.WORKED_OUT:
            must = (_("has to be answered"),) if one.is_required else ()
            kept = (_("can be declined"),) if one.may_decline else ()
            choices = tuple(spoken(choice.label) for choice in contents.choices_of(one))
            told = (*must, *kept, *facts)
            yield AskedLine(
                spoken(one.label) or one.name, str(KIND_NAMES[one.kind]), choices, told, depth
            )


KIND_NAMES = {
    Kind.ONE: gettext_lazy("One answer"),
    Kind.SEVERAL: gettext_lazy("Several answers"),
    Kind.RANKING: gettext_lazy("An order"),
    Kind.SCALE: gettext_lazy("A scale"),
    Kind.WHOLE: gettext_lazy("A whole number"),
    Kind.DECIMAL: gettext_lazy("A number"),
    Kind.DATE: gettext_lazy("A date"),
    Kind.TIME: gettext_lazy("A time"),
    Kind.TEXT: gettext_lazy("A line of text"),
    Kind.LONG_TEXT: gettext_lazy("Text"),
    Kind.PLACE: gettext_lazy("A place"),
    Kind.PHOTO: gettext_lazy("A photo"),
    Kind.CONSENT: gettext_lazy("Agreement"),
    Kind.NOTE: gettext_lazy("To be read"),
}

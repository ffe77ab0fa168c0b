"""A round as a workbook to be filled in: its columns, the words that count, the rows to write in."""

import secrets
from collections.abc import Iterator, Mapping, Sequence
from uuid import UUID

from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.foundation.accounts.codes import ALPHABET
from alongside.foundation.files.sheets import About, Table
from alongside.foundation.members.groups import group_name
from alongside.foundation.members.models import Group, ResidentKind
from alongside.foundation.places.models import Service
from alongside.foundation.responses.models import Response
from alongside.star.framework.export import own_instrument_note
from alongside.star.map_it.models import Round
from alongside.star.map_it.queries.answering import services_of
from alongside.star.map_it.queries.wording import Wording

QUESTIONS = ("question_1", "question_2", "question_3", "question_4")
COLUMNS = ("batch", "form", "group", "kind", "service", *QUESTIONS, "own_words")
ROWS_FOR_PAPER = 60
MEANINGS = {
    "batch": gettext_lazy("name of the pile of forms; the same in every row of this file"),
    "form": gettext_lazy("a number for each person; rows with one number are one person's"),
    "group": gettext_lazy("who filled it in"),
    "kind": gettext_lazy("only for residents; may be left empty"),
    "service": gettext_lazy("one row for each service that the person speaks about"),
    "own_words": gettext_lazy("what the person adds; may be left empty"),
}


def new_batch() -> str:
    """Return a name for the forms of one workbook, by which each of them counts once."""
    return "W-" + "".join(secrets.choice(ALPHABET) for _ in range(6)).upper()


def rows_for_one(services: Sequence[Service], batch: str) -> list[list[str | int]]:
    """Return a row for each service, for one person who fills in the file alone."""
    return [[batch, 1, "", "", service.name, *[""] * 5] for service in services]


def rows_for_paper(services: Sequence[Service], batch: str) -> list[list[str | int]]:
    """Return numbered rows for keying in forms of paper; a lone service stands there already."""
    service = services[0].name if len(services) == 1 else ""
    numbers = range(1, ROWS_FOR_PAPER + 1)
    return [[batch, number, "", "", service, *[""] * 5] for number in numbers]


def words_for_groups(wording: Wording) -> dict[str, str]:
    """Return the words that are understood for a group; the place's own plural is the taught one."""
    taught = {group_name(wording.words, group): group for group in Group.values}
    single = {wording.group_name(group): group for group in Group.values}
    return _first_meaning(taught, single, _keys(Group.values))


def words_for_kinds() -> dict[str, str]:
    """Return the words that are understood for how a resident is involved."""
    taught = {str(kind.label): kind.value for kind in ResidentKind}
    return _first_meaning(taught, _keys(ResidentKind.values))


def words_for_services(services: Sequence[Service]) -> dict[str, str]:
    """Return the names and addresses that are understood for a service."""
    return _first_meaning({s.name: s.slug for s in services}, _keys([s.slug for s in services]))


def words_for_answers(wording: Wording) -> dict[str, str]:
    """Return the words and codes that are understood as an answer."""
    said = {answer.name: answer.key for answer in wording.answers}
    keys = _keys([answer.key for answer in wording.answers])
    return _first_meaning(said, keys, {"d": "dk", "n": "na"})


def _keys(values: Sequence[str]) -> dict[str, str]:
    return {value: value for value in values}


def _first_meaning(*several: Mapping[str, str]) -> dict[str, str]:
    """Lay words together; what is named first keeps its meaning."""
    words: dict[str, str] = {}
    for more in several:
        for word, value in more.items():
            words.setdefault(word, value)
    return words


def workbook_tables(
    round_: Round, wording: Wording, rows: Sequence[Sequence[str | int]]
) -> list[Table]:
    """Return the sheet to fill in, and the sheet that says what may stand in it."""
    return [
        Table(_("Answers"), COLUMNS, rows),
        Table(
            _("What to write"),
            [_("Column"), _("Write one of these"), _("What it means")],
            [list(line) for line in _what_to_write(wording, services_of(round_))],
        ),
    ]


def _what_to_write(wording: Wording, services: Sequence[Service]) -> Iterator[tuple[str, str, str]]:
    yield "batch", "", _meaning("batch")
    yield "form", "", _meaning("form")
    for group in Group.values:
        yield "group", group_name(wording.words, group), _meaning("group")
    for kind in ResidentKind:
        yield "kind", str(kind.label), _meaning("kind")
    for service in services:
        yield "service", service.name, _meaning("service")
    for column, co in zip(QUESTIONS, wording.cos, strict=True):
        yield column, "", wording.question(co, _("this service"))
    for answer in wording.answers:
        yield _("each question"), f"{answer.key} = {answer.name}", answer.sentence
    yield "own_words", "", _meaning("own_words")


def _meaning(column: str) -> str:
    return capfirst(str(MEANINGS[column]))


def about_workbook(round_: Round) -> About:
    """Return what the workbook is, for its last sheet."""
    return About(
        title=f"{round_.title}, {round_.place.name}",
        source=_("Alongside, questions to fill in"),
        as_of=timezone.localdate(),
        n=_("Nobody yet: this is an empty form."),
        instrument=round_.instrument_version,
        notes=(own_instrument_note(), round_.activity.notice.who_sees),
    )


def entered_on_paper(round_: Round) -> dict[UUID, tuple[int, str]]:
    """Return what was keyed in so far: each form's key with its id and digest. One query."""
    paper = Response.objects.in_place(round_.place).filter(
        activity=round_.activity_id, channel=Response.Channel.PAPER
    )
    return {
        key: (pk, digest)
        for key, pk, digest in paper.values_list("submission_key", "pk", "payload_hash")
    }

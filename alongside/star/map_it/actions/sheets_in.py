"""How a round's answers come in from a sheet: the columns, what is checked, and how they are kept.

The rows of one form are one person's. They are kept as paper is, by the same action: a form is
known by the name of its batch and its number, so the same file brought in twice counts once.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.foundation.files.imports.cells import (
    CellRefused,
    Clean,
    one_line,
    one_of,
    some_lines,
)
from alongside.foundation.files.imports.spec import Column, Existing, ImportSpec, RowPlan, Values
from alongside.foundation.files.sheets import SheetProblem
from alongside.foundation.files.sheets.parts import Words, refuse_all
from alongside.foundation.history.actor import Actor
from alongside.foundation.members.models import Group
from alongside.foundation.places.models import Place, Service
from alongside.foundation.responses.payload import digest_of
from alongside.star.map_it.actions.paper import PaperForm, batch_name, enter_batch, form_key
from alongside.star.map_it.models import Round
from alongside.star.map_it.queries import sheets
from alongside.star.map_it.queries.answering import services_of
from alongside.star.map_it.queries.wording import wording_of

Numbered = Sequence[tuple[int, Values]]  # the number of a row in the file, and its values
FormName = tuple[str, int]  # batch and number


@dataclass(frozen=True)
class SheetSpec(ImportSpec):
    """An import that belongs to one round, whose addresses lie below the round's own."""

    round_slug: str = ""

    def address(self, name: str, place: Place, *more: Any) -> str:
        return reverse(f"map_it:sheet-{name}", args=[place.slug, self.round_slug, *more])

    def done_address(self, place: Place) -> str:
        return reverse(self.done, args=[place.slug, self.round_slug])


def sheet_spec(round_: Round) -> SheetSpec:
    """Return how sheets of this round are read and kept."""
    reader = _Reader(round_)
    return SheetSpec(
        key=f"answers_{round_.pk}",
        title=gettext_lazy("Bring in a workbook of answers"),
        lead=gettext_lazy("Filled in by one person, or keyed from paper by several."),
        permission="round.enter",
        columns=reader.columns(),
        identity=reader.identity,
        existing=reader.existing,
        keep=reader.keep,
        check=reader.check,
        name_column="form",
        namespace="map_it",
        done="map_it:sheets",
        says_something=(*sheets.QUESTIONS, "own_words"),
        round_slug=round_.slug,
    )


class _Reader:
    """Reads and keeps sheets of one round."""

    def __init__(self, round_: Round) -> None:
        self.round = round_
        self.wording = wording_of(round_, round_.place)
        self.services: dict[str, Service] = {s.slug: s for s in services_of(round_)}

    def columns(self) -> tuple[Column, ...]:
        """The columns of the workbook, with the words that this round understands."""
        answer = one_of(sheets.words_for_answers(self.wording))
        meanings, services = sheets.MEANINGS, list(self.services.values())
        groups = sheets.words_for_groups(self.wording)
        questions = [
            Column(name, self.wording.question(co, _("this service")), answer, example="2")
            for name, co in zip(sheets.QUESTIONS, self.wording.cos, strict=True)
        ]
        return (
            Column("batch", meanings["batch"], _batch, needed=True, example="LIBRARY 3"),
            Column("form", meanings["form"], _whole_number, needed=True, example="1"),
            Column("group", meanings["group"], one_of(groups), needed=True, example=next(iter(groups))),
            Column("kind", meanings["kind"], one_of(sheets.words_for_kinds())),
            Column(
                "service", meanings["service"], one_of(sheets.words_for_services(services)),
                needed=True, example=services[0].name if services else "",
            ),
            *questions,
            Column("own_words", meanings["own_words"], some_lines(2000)),
        )  # fmt: skip

    def identity(self, values: Values) -> Hashable:
        """A row is known by all that it says: what was keyed in can't be changed from a file."""
        return tuple(sorted(values.items()))

    def existing(self, place: Place) -> Mapping[Hashable, Existing]:
        return _Entered(self.round)

    def check(self, place: Place, rows: Numbered) -> Iterator[tuple[int, str, Words]]:
        """Say what doesn't fit together within a form, or with what was keyed in before."""
        entered = sheets.entered_on_paper(self.round)
        for name, form_rows in _by_form(rows).items():
            wrong = list(_contradictions(form_rows))
            yield from wrong
            before = entered.get(form_key(self.round, *name))
            if wrong or before is None:
                continue
            if digest_of(self._form(name[1], form_rows).payload) != before[1]:
                words = _(
                    "This form was brought in before, with other answers. Give it a new number."
                )
                yield form_rows[0][0], "form", words

    def keep(self, place: Place, rows: Sequence[RowPlan], by: Actor) -> None:
        """Enter the forms, a batch at a time, as from paper."""
        batches: dict[str, list[PaperForm]] = {}
        first_rows: dict[FormName, int] = {}
        for name, form_rows in _by_form([(row.row, row.values) for row in rows]).items():
            batches.setdefault(name[0], []).append(self._form(name[1], form_rows))
            first_rows[name] = form_rows[0][0]
        for batch, forms in batches.items():
            receipt = enter_batch(self.round, batch=batch, forms=forms, by=by)
            refuse_all(
                SheetProblem("entered_before", words, first_rows[batch, number], "form")
                for number, words in receipt.problems.items()
            )

    def _form(self, number: int, rows: Numbered) -> PaperForm:
        first = rows[0][1]
        answers = {self.services[row["service"]]: self._codes(row) for _number, row in rows}
        return PaperForm(
            number=number,
            group=first["group"],
            resident_kind=first.get("kind", ""),
            answers={service: codes for service, codes in answers.items() if codes},
            word=" ".join(filter(None, (row.get("own_words", "") for _number, row in rows))),
        )

    def _codes(self, row: Values) -> dict[str, str]:
        asked = zip(sheets.QUESTIONS, self.wording.cos, strict=True)
        return {co: row[column] for column, co in asked if row.get(column)}


class _Entered(Mapping[Hashable, Existing]):
    """Finds a row among the forms that were keyed in, by its batch and number."""

    def __init__(self, round_: Round) -> None:
        self._round, self._forms = round_, sheets.entered_on_paper(round_)

    def __getitem__(self, identity: Any) -> Existing:
        values = dict(identity)
        pk, _digest = self._forms[form_key(self._round, values["batch"], values["form"])]
        return Existing(pk, values)

    def __iter__(self) -> Iterator[Hashable]:
        return iter(self._forms)

    def __len__(self) -> int:
        return len(self._forms)


def _by_form(rows: Numbered) -> dict[FormName, list[tuple[int, Values]]]:
    forms: dict[FormName, list[tuple[int, Values]]] = {}
    for number, values in rows:
        forms.setdefault((values["batch"], values["form"]), []).append((number, values))
    return forms


def _contradictions(rows: Numbered) -> Iterator[tuple[int, str, Words]]:
    """Rows of one form are one person: one group, and each service once."""
    first_number, first = rows[0]
    spoken_of: dict[str, int] = {}
    for number, values in rows:
        if values.get("kind") and values["group"] != Group.RESIDENT:
            yield (
                number,
                "kind",
                _("Leave this empty: it is only asked of the people whom the service is for."),
            )
        for column in ("group", "kind"):
            if values.get(column, "") != first.get(column, ""):
                words = _("Row %(row)s says something else of the same form.")
                yield number, column, words % {"row": first_number}
        earlier = spoken_of.setdefault(values["service"], number)
        if earlier != number:
            words = _("Row %(row)s speaks of the same service, in the same form.")
            yield number, "service", words % {"row": earlier}


def _batch(text: str) -> str:
    tidy: Clean = one_line(40)
    return batch_name(tidy(text))


def _whole_number(text: str) -> int | str:
    digits = text.strip()
    if not digits:
        return ""
    if not digits.isdecimal() or len(digits) > 5 or int(digits) == 0:
        raise CellRefused(_("Give a whole number from 1 to 99,999."))
    return int(digits)

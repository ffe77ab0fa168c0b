"""The form that a page of questions becomes, and the words for what doesn't fit."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from alongside.engines.questions.answers import Misfit, is_empty
from alongside.engines.questions.asking import read
from alongside.engines.questions.kinds import Kind
from alongside.engines.questions.pages import Asked, Page
from alongside.foundation.questionnaires.forms.fields import fields_of
from alongside.foundation.questionnaires.queries.answering import Sheet
from alongside.foundation.questionnaires.wording import spoken

MISFITS = {
    "not_a_choice": _("Choose one of the answers that are offered."),
    "not_all_ranked": _("Give each of them its own place, from first to last."),
    "not_a_number": _("Enter a number, such as 12."),
    "not_whole": _("Enter a whole number, such as 12."),
    "not_on_scale": _("Choose a number from %(start)s to %(end)s."),
    "not_a_date": _("Enter a real date, such as 4 11 2026."),
    "not_a_time": _("Enter a time, such as 14:30."),
    "too_long": _("Use %(most)s letters at most."),
    "does_not_fit": _("This doesn't fit what is asked for. Look at it again."),
}


@dataclass(frozen=True)
class Line:
    """One question on the page: what is asked, and the fields that take the answer."""

    asked: Asked
    fields: tuple[BoundField, ...]
    decline: BoundField | None

    @property
    def label(self) -> str:
        return spoken(self.asked.question.label)

    @property
    def hint(self) -> str:
        return spoken(self.asked.question.hint)

    @property
    def kind(self) -> str:
        return str(self.asked.question.kind)


class PageForm(forms.Form):
    """Everything that stands on one page. Clean, it has read what was said as the engine reads it."""

    def __init__(self, data: Any, *, sheet: Sheet, page: Page) -> None:
        super().__init__(data, auto_id="id_%s")
        self.sheet, self.asked_page = sheet, page
        self.names: dict[str, tuple[str, ...]] = {}
        for number, one in enumerate(page.asked, 1):
            made = fields_of(one)
            names = {f"q{number}{part}": field for part, field in made.items()}
            self.fields.update(names)
            self.names[one.address] = tuple(names)
            if one.question.may_decline and made:
                self.fields[f"d{number}"] = forms.BooleanField(
                    label=_("I'd rather not say"), required=False, initial=one.is_declined
                )

    @property
    def is_one(self) -> bool:
        """Whether one question stands alone on the page, and is its heading."""
        return len(self.asked_page.asked) == 1

    @property
    def size(self) -> str:
        return "l" if self.is_one else "m"

    @property
    def lines(self) -> list[Line]:
        """The questions in their order, each with its fields."""
        return [
            Line(
                one,
                tuple(self[name] for name in self.names[one.address]),
                self[f"d{number}"] if f"d{number}" in self.fields else None,
            )
            for number, one in enumerate(self.asked_page.asked, 1)
        ]

    @property
    def declined(self) -> frozenset[str]:
        """The addresses of what is rather not said."""
        asked = enumerate(self.asked_page.asked, 1)
        return frozenset(
            one.address for number, one in asked if self.cleaned_data.get(f"d{number}")
        )

    def said(self, one: Asked) -> Any:
        """Return what was said to a question, in the shape that the engine reads."""
        parts = [self.cleaned_data.get(name) for name in self.names[one.address]]
        kind = one.question.kind
        if kind is Kind.RANKING:
            return _ranked(one, parts)
        if kind is Kind.PLACE:
            return {"words": parts[0]}
        if kind is Kind.DATE and parts[0] is not None:
            return parts[0].isoformat()
        return parts[0] if parts else None

    @property
    def told(self) -> dict[str, Any]:
        """What was said, by address."""
        return {one.address: self.said(one) for one in self.asked_page.asked}

    def clean(self) -> dict[str, Any]:
        declined = self.declined
        for one in self.asked_page.asked:
            names = self.names[one.address]
            if not names or one.address in declined or any(name in self.errors for name in names):
                continue
            self._check(one, names[0])
        return self.cleaned_data

    def _check(self, one: Asked, name: str) -> None:
        said, question = self.said(one), one.question
        try:
            read(self.sheet.contents, self.sheet.given, one, said, now=self.sheet.now)
        except Misfit as misfit:
            own = spoken(question.fits_words) if misfit.code == "does_not_fit" else ""
            self.add_error(name, own or MISFITS[misfit.code] % misfit.limits)
            return
        if question.is_required and is_empty(said):
            words = spoken(question.required_words)
            self.add_error(name, words or _missing(question.may_decline))


def _missing(may_decline: bool) -> Any:  # noqa: FBT001 - only from here
    if may_decline:
        return _("Give an answer, or say that you'd rather not.")
    return _("This needs an answer before you can go on.")


def _ranked(one: Asked, parts: list[Any]) -> list[str] | None:
    if not any(parts):
        return None
    places = zip(parts, one.choices, strict=True)
    wanted = sorted((int(place), choice.name) for place, choice in places if place)
    is_whole = [place for place, _name in wanted] == list(range(1, len(parts) + 1))
    return [name for _place, name in wanted] if is_whole else [name for _p, name in wanted][:-1]


class TurnForm(forms.Form):
    """Whether a repeated group comes once more."""

    again = forms.ChoiceField(
        choices=[("yes", _("Yes")), ("no", _("No"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose yes or no.")},
    )

"""The fields that take the answer to a question, by its kind."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.engines.questions.answers import MOST_OF, WORDS_OF_PLACE
from alongside.engines.questions.kinds import NUMBERS, Kind
from alongside.engines.questions.pages import Asked
from alongside.foundation.questionnaires.wording import spoken
from alongside.ui.forms import DayField, LongSelect

# More choices than these are a list to open, not radios to read.
MANY_CHOICES = 20
Made = dict[str, forms.Field]


def fields_of(one: Asked) -> Made:
    """Return the fields by what their names end in; none for what is only read."""
    return MAKERS.get(one.question.kind, _line_field)(one)


def _common(one: Asked) -> dict[str, Any]:
    return {
        "label": spoken(one.question.label),
        "help_text": spoken(one.question.hint),
        "required": False,
    }


def _pairs(one: Asked) -> list[tuple[str, str]]:
    return [(choice.name, spoken(choice.label)) for choice in one.choices]


def _one(one: Asked) -> Made:
    is_long = len(one.choices) > MANY_CHOICES
    choices = [("", _("Choose")), *_pairs(one)] if is_long else _pairs(one)
    widget = LongSelect() if is_long else forms.RadioSelect()
    return {
        "": forms.ChoiceField(choices=choices, widget=widget, initial=one.answer, **_common(one))
    }


def _several(one: Asked) -> Made:
    field = forms.MultipleChoiceField(
        choices=_pairs(one),
        widget=forms.CheckboxSelectMultiple,
        initial=one.answer,
        **_common(one),
    )
    return {"": field}


def _ranking(one: Asked) -> Made:
    places = [("", "–"), *((str(n), str(n)) for n in range(1, len(one.choices) + 1))]  # noqa: RUF001 - a dash for none
    before = {name: str(at) for at, name in enumerate(one.answer or [], 1)}
    return {
        f"_{number}": forms.ChoiceField(
            label=spoken(choice.label),
            choices=places,
            initial=before.get(choice.name, ""),
            required=False,
        )
        for number, choice in enumerate(one.choices, 1)
    }


def _scale(one: Asked) -> Made:
    question = one.question
    steps = range(question.start, question.end + 1, question.step)
    ends = {steps[0]: spoken(question.start_words), steps[-1]: spoken(question.end_words)}
    field = forms.ChoiceField(
        choices=[(str(step), f"{step}  {ends.get(step, '')}".strip()) for step in steps],
        widget=forms.RadioSelect,
        initial=one.answer,
        **_common(one),
    )
    return {"": field}


def _date(one: Asked) -> Made:
    answer = forms.DateField().to_python(one.answer) if one.answer else None
    return {"": DayField(initial=answer, **_common(one))}


def _long_text(one: Asked) -> Made:
    widget = forms.Textarea(attrs={"rows": 5})
    return {"": forms.CharField(widget=widget, initial=one.answer, strip=False, **_common(one))}


def _place(one: Asked) -> Made:
    words = (one.answer or {}).get("words", "")
    return {"": forms.CharField(max_length=WORDS_OF_PLACE, initial=words, **_common(one))}


def _consent(one: Asked) -> Made:
    return {"": forms.BooleanField(initial=bool(one.answer), **_common(one))}


def _nothing(one: Asked) -> Made:
    return {}


def _line_field(one: Asked) -> Made:
    kind = one.question.kind
    modes = {Kind.WHOLE: "numeric", Kind.DECIMAL: "decimal"}
    attrs = {"inputmode": modes[kind]} if kind in NUMBERS else {}
    most = MOST_OF.get(kind, 40)
    widget = forms.TextInput(attrs=attrs)
    return {"": forms.CharField(max_length=most, widget=widget, initial=one.answer, **_common(one))}


MAKERS: Mapping[Kind, Callable[[Asked], Made]] = {
    Kind.ONE: _one,
    Kind.SEVERAL: _several,
    Kind.RANKING: _ranking,
    Kind.SCALE: _scale,
    Kind.DATE: _date,
    Kind.LONG_TEXT: _long_text,
    Kind.PLACE: _place,
    Kind.CONSENT: _consent,
    Kind.NOTE: _nothing,
}

"""Wards: a list to paste, one ward to change, and the end of one."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from alongside.foundation.places.actions import ToldWard, problems_with_wards
from alongside.foundation.places.models import CouncilArea, Place, Ward
from alongside.ui.forms import HintedRadios

MOST_LINES = 300
LONGEST_NAME = 80
LONGEST_CODE = 20
_NOTHING = _("Type or paste at least one ward")


class _InAreas(forms.Form):
    """Asks for the council area where a partnership covers several."""

    council_area = forms.ModelChoiceField(
        label=_("Council area"),
        queryset=CouncilArea.objects.none(),
        empty_label=_("Choose one"),
        to_field_name="code",
        error_messages={"required": _("Choose the council area that they lie in")},
    )

    def __init__(
        self, *args: Any, place: Place, areas: Sequence[CouncilArea], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.place = place
        if len(areas) < 2:
            del self.fields["council_area"]
        else:
            field: Any = self.fields["council_area"]
            field.queryset = CouncilArea.objects.filter(pk__in=[area.pk for area in areas])


class PasteWardsForm(_InAreas):
    """A ward on each line, and after a semicolon its code. All of them are added, or none."""

    wards = forms.CharField(
        label=_("Add wards, one on each line"),
        help_text=_(
            "The official code may follow after a semicolon. Two columns copied from a "
            "spreadsheet work too. Wards that are on the list already stay."
        ),
        max_length=MOST_LINES * (LONGEST_NAME + LONGEST_CODE),
        strip=False,  # or the numbers of the lines were not those that people see
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
        error_messages={"required": _NOTHING},
    )
    field_order = ("wards", "council_area")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            self._read(cleaned["wards"], cleaned.get("council_area"))
        return cleaned

    def _read(self, text: str, area: CouncilArea | None) -> None:
        """Keep the wards as `told`, or say line by line what to put right."""
        lines = [(n, line) for n, line in enumerate(text.splitlines(), start=1) if line.strip()]
        told = [_ward_in(line, area) for _number, line in lines]
        problems = [*_problems_in_lines(lines, told)] or [
            _on_line(lines[at][0], words) for at, words in problems_with_wards(self.place, told)
        ]
        if problems or not told:
            self.add_error("wards", problems or _NOTHING)
        self.cleaned_data["told"] = told


class WardForm(_InAreas):
    """What one ward is called, its code, and where it lies."""

    name = forms.CharField(
        label=_("What is the ward called?"),
        max_length=LONGEST_NAME,
        error_messages={"required": _("Enter what the ward is called")},
    )
    code = forms.CharField(
        label=_("Official code"),
        help_text=_("You may leave it out."),
        max_length=LONGEST_CODE,
        required=False,
        validators=[RegexValidator(r"^[\w-]*$", _("A code has letters, figures and hyphens"))],
        widget=forms.TextInput(attrs={"autocapitalize": "characters", "spellcheck": "false"}),
    )
    field_order = ("name", "code", "council_area")

    def __init__(self, *args: Any, ward: Ward, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ward = ward

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            for _at, words in problems_with_wards(self.place, [ToldWard(**cleaned)], but=self.ward):
                self.add_error("name", words)
        return cleaned


class EndWardForm(forms.Form):
    """Whether a ward has ended, or never belonged on the list."""

    why = forms.ChoiceField(
        label=_("What happened?"),
        choices=[("ended", _("It has ended")), ("mistake", _("It was put here by mistake"))],
        widget=HintedRadios(
            hints={
                "ended": _("What happened there stays. Whoever was elected there chooses another."),
                "mistake": _("It goes from the list. Only while nothing belongs to it."),
            }
        ),
        error_messages={"required": _("Choose what happened")},
    )


def _ward_in(line: str, area: CouncilArea | None) -> ToldWard:
    name, _separator, code = line.replace(";", "\t").partition("\t")
    return ToldWard(" ".join(name.split()), code.strip(), area)


def _problems_in_lines(lines: Sequence[tuple[int, str]], told: Sequence[ToldWard]) -> Iterator[Any]:
    first_seen: dict[str, int] = {}
    for (number, _line), ward in zip(lines, told, strict=True):
        earlier = first_seen.setdefault(ward.name.casefold(), number)
        if not ward.name:
            yield _on_line(number, _("the name is missing."))
        elif len(ward.name) > LONGEST_NAME:
            told_lengths = {"longest": LONGEST_NAME, "length": len(ward.name)}
            words = _("shorten the name to %(longest)s letters; it has %(length)s.")
            yield _on_line(number, words % told_lengths)
        elif not re.fullmatch(rf"[\w-]{{0,{LONGEST_CODE}}}", ward.code):
            yield _on_line(number, _("after the semicolon comes a code of letters and figures."))
        elif earlier != number:
            words = _("the same as line %(earlier)s. Keep one of them.")
            yield _on_line(number, words % {"earlier": earlier})


def _on_line(number: int, words: Any) -> Any:
    return _("Line %(number)s: %(words)s") % {"number": number, "words": words}

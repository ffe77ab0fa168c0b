"""The form of a batch from paper: a row for each form, typed from left to right."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.foundation.members.models import Group, ResidentKind
from alongside.foundation.places.models import Service
from alongside.star.map_it.actions.paper import PaperForm
from alongside.star.map_it.queries.wording import Wording
from alongside.ui.forms import DayField

KEYS = {"d": "dk", "n": "na"}
ROWS, MORE_ROWS, MOST_ROWS = 12, 12, 240
SAME = gettext_lazy("as above")


class BatchForm(forms.Form):
    """What all forms of a batch have in common, unless a row says otherwise."""

    batch = forms.CharField(
        max_length=40,
        label=gettext_lazy("Name of the batch"),
        help_text=gettext_lazy("Write it on the envelope too, for example: library 3"),
    )
    filled_in_on = DayField(
        required=False,
        label=gettext_lazy("On which day were they filled in?"),
        help_text=gettext_lazy("Leave it empty if you don't know."),
    )

    def __init__(
        self, *args: Any, wording: Wording, services: tuple[Service, ...], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["source"] = forms.ChoiceField(
            label=_("Who filled them in?"), choices=sources(wording)
        )
        self.fields["service"] = forms.ChoiceField(
            label=_("About which service?"), choices=[(s.slug, s.name) for s in services]
        )
        self.order_fields(["batch", "source", "service", "filled_in_on"])


def sources(wording: Wording) -> list[tuple[str, str]]:
    """Return who may have filled in a form: residents by their kind, and the other groups."""
    resident = wording.group_name(Group.RESIDENT).capitalize()
    kinds = [(f"resident/{kind}", f"{resident}: {label}") for kind, label in ResidentKind.choices]
    rest = [(f"{g.key}/", g.name) for g in wording.groups if g.key != Group.RESIDENT]
    return [*kinds, ("resident/", f"{resident}: {_('not said')}"), *rest]


class RowForm(forms.Form):
    """One form on paper, or the part of it that is about one service."""

    number = forms.IntegerField(required=False, min_value=1, max_value=99_999)
    source = forms.ChoiceField(required=False)
    service = forms.ChoiceField(required=False)
    word = forms.CharField(required=False, max_length=2000)

    def __init__(
        self, *args: Any, wording: Wording, services: tuple[Service, ...], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.cos = wording.cos
        self.fields["source"].choices = [("", SAME), *sources(wording)]  # type: ignore[attr-defined]
        self.fields["service"].choices = [  # type: ignore[attr-defined]
            ("", SAME),
            *((s.slug, s.name) for s in services),
        ]
        for number, co in enumerate(wording.cos, 1):
            self.fields[f"code_{co}"] = forms.CharField(
                required=False,
                max_length=1,
                label=_("Question %(number)s") % {"number": number},
                widget=forms.TextInput(attrs={"autocomplete": "off", "maxlength": 1}),
            )
        self.order_fields(["number", "source", "service", *(f"code_{c}" for c in self.cos), "word"])
        self._label_for_readers(wording)

    def _label_for_readers(self, wording: Wording) -> None:
        row = self.prefix[1:] if self.prefix else ""
        names = {"number": _("number of the form"), "source": _("who"), "service": _("service")}
        names |= {"word": _("own words")}
        names |= {f"code_{co}": wording.co_name(co) for co in self.cos}
        for name, label in names.items():
            self.fields[name].widget.attrs["aria-label"] = f"{_('Row')} {row}: {label}"

    @property
    def is_blank(self) -> bool:
        given = self.data
        names = [*(f"code_{co}" for co in self.cos), "word"]
        return not any(str(given.get(self.add_prefix(name), "")).strip() for name in names)

    @property
    def codes(self) -> dict[str, str]:
        given = {co: self.cleaned_data[f"code_{co}"] for co in self.cos}
        return {co: KEYS.get(code, code) for co, code in given.items() if code}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for number, co in enumerate(self.cos, 1):
            code = str(cleaned.get(f"code_{co}") or "").strip().lower()
            cleaned[f"code_{co}"] = code
            if code and code not in ("0", "1", "2", "3", "4", *KEYS):
                words = _("Question %(number)s: type 0 to 4, d for don't know, n for not our role")
                self.add_error(f"code_{co}", words % {"number": number})
        if not cleaned.get("number") and "number" not in self.errors:
            self.add_error("number", _("Type the number that stands on the form"))
        return cleaned


@dataclass
class Batch:
    """A whole batch on the screen: what is common, its rows, and what is wrong with them."""

    head: BatchForm
    rows: list[RowForm]
    by_slug: Mapping[str, Service]

    def problems(self) -> list[dict[str, str]]:
        """Return every problem, each with the row in which it stands."""
        found = []
        for index, row in enumerate(self.rows, 1):
            if row.is_blank:
                continue
            for name, errors in row.errors.items():
                target = f"#{row[name].id_for_label}" if name in row.fields else ""
                found += [{"text": f"{_('Row')} {index}: {e}", "url": target} for e in errors]
        return found

    def forms(self) -> tuple[list[PaperForm], list[dict[str, str]]]:
        """Return the forms on paper; rows with one number are one person's, on several services."""
        known: dict[int, PaperForm] = {}
        problems = []
        for index, row in enumerate(self.rows, 1):
            if row.is_blank:
                continue
            form = self._form_of(row)
            earlier = known.get(form.number)
            together = form if earlier is None else _together(earlier, form)
            if together is not None:
                known[form.number] = together
            else:
                words = _("number %(number)s stands there twice, and the two don't fit together")
                text = f"{_('Row')} {index}: {words % {'number': form.number}}"
                problems.append({"text": text, "url": f"#{row['number'].id_for_label}"})
        return list(known.values()), problems

    def _form_of(self, row: RowForm) -> PaperForm:
        source = row.cleaned_data["source"] or self.head.cleaned_data["source"]
        group, kind = source.split("/")
        slug = row.cleaned_data["service"] or self.head.cleaned_data["service"]
        return PaperForm(
            number=row.cleaned_data["number"],
            group=group,
            resident_kind=kind,
            answers={self.by_slug[slug]: row.codes} if row.codes else {},
            word=row.cleaned_data["word"].strip(),
        )


def _together(first: PaperForm, second: PaperForm) -> PaperForm | None:
    """Return two rows as one person's form; nothing when they contradict each other."""
    same_person = (first.group, first.resident_kind) == (second.group, second.resident_kind)
    if not same_person or set(first.answers) & set(second.answers):
        return None
    word = " ".join(filter(None, (first.word, second.word)))
    return replace(first, answers={**first.answers, **second.answers}, word=word)


def batch_of(
    data: Mapping[str, Any] | None,
    *,
    wording: Wording,
    services: tuple[Service, ...],
    row_count: int,
    first_number: int = 1,
    initial: Mapping[str, Any] | None = None,
) -> Batch:
    """Return the screen of a batch, empty or with what was typed."""
    rows = [
        RowForm(
            data,
            prefix=f"r{index}",
            wording=wording,
            services=services,
            initial={"number": first_number + index - 1},
        )
        for index in range(1, row_count + 1)
    ]
    head = BatchForm(data, wording=wording, services=services, initial=dict(initial or {}))
    return Batch(head, rows, {s.slug: s for s in services})

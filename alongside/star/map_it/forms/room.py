"""Forms of a facilitator in a room: a table's position, dots on a sheet, a tablet, a helper."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actor import Channel, OnBehalf
from alongside.foundation.places.models import Service
from alongside.star.map_it.actions.room import Dots, Position
from alongside.star.map_it.forms.answering import pairs
from alongside.star.map_it.queries.wording import Wording

MOST_HEADS = 500
STANDINGS = [
    ("", _("They say their own answers, and I write them down")),
    (OnBehalf.HELPER.value, _("A helper speaks for them")),
    (OnBehalf.CARER.value, _("Their carer speaks for them")),
    (OnBehalf.ATTORNEY.value, _("Their attorney speaks for them")),
    (OnBehalf.GUARDIAN.value, _("Their guardian speaks for them")),
]


def _service_field(services: tuple[Service, ...], *, every: Any = None) -> forms.ChoiceField:
    choices = [(s.slug, s.name) for s in services]
    if every:
        choices.insert(0, ("", every))
    return forms.ChoiceField(label=_("About which service?"), choices=choices, required=not every)


def _group_field(wording: Wording) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=_("Which group?"), choices=pairs(wording.groups), widget=forms.RadioSelect
    )


class TableForm(forms.Form):
    """What one table agreed on."""

    submission_key = forms.UUIDField(widget=forms.HiddenInput)
    table = forms.CharField(
        max_length=60,
        label=_("Name of the table"),
        help_text=_("For example: Table 3"),
    )

    def __init__(
        self, *args: Any, wording: Wording, services: tuple[Service, ...], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.wording, self.by_slug = wording, {s.slug: s for s in services}
        self.fields["service"] = _service_field(services, every=_("all services together"))
        for group in wording.groups:
            self.fields[f"heads_{group.key}"] = forms.IntegerField(
                label=group.name, required=False, min_value=0, max_value=MOST_HEADS
            )
        for co in wording.cos:
            self.fields[f"code_{co}"] = forms.ChoiceField(
                label=wording.co_name(co),
                help_text=wording.definition(co),
                required=False,
                choices=[("", _("not agreed on")), *pairs(wording.answers)],
            )
            self.fields[f"dissent_{co}"] = forms.CharField(
                label=_("Who saw it differently, and how?"), required=False, max_length=500
            )
        self.fields["replaces"] = forms.BooleanField(
            label=_("This replaces what the table agreed on before"), required=False
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not any(self.heads.values()):
            raise ValidationError(_("Say how many people sat at the table, in at least one group."))
        if sum(self.heads.values()) == 1:
            raise ValidationError(_("One person is not a table: let them answer for themselves."))
        if not self.positions:
            raise ValidationError(_("Choose at least one answer that the table agreed on."))
        return cleaned

    @property
    def heads(self) -> dict[str, int]:
        given = self.cleaned_data
        return {g.key: given.get(f"heads_{g.key}") or 0 for g in self.wording.groups}

    @property
    def positions(self) -> dict[str, Position]:
        given = self.cleaned_data
        return {
            co: Position(given[f"code_{co}"], given.get(f"dissent_{co}", ""))
            for co in self.wording.cos
            if given.get(f"code_{co}")
        }

    @property
    def service(self) -> Service | None:
        return self.by_slug.get(self.cleaned_data["service"])


class DotsForm(forms.Form):
    """The dots on one sheet: one group, one service."""

    submission_key = forms.UUIDField(widget=forms.HiddenInput)
    sheet = forms.CharField(
        max_length=40,
        label=_("Name of the sheet"),
        help_text=_("As written on it, for example: Millbrae hall, 12 November"),
    )

    def __init__(
        self, *args: Any, wording: Wording, services: tuple[Service, ...], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.wording, self.by_slug = wording, {s.slug: s for s in services}
        self.fields["service"] = _service_field(services)
        self.fields["group"] = _group_field(wording)
        for co in wording.cos:
            for answer in wording.answers:
                self.fields[f"{co}_{answer.key}"] = forms.IntegerField(
                    label=f"{wording.co_name(co)}: {answer.name}",
                    required=False,
                    min_value=0,
                    max_value=MOST_HEADS,
                    widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
                )
        self.fields["adds"] = forms.BooleanField(
            label=_("These are other people than on the sheet keyed in before"), required=False
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not any(n for codes in self.dots.values() for n in codes.values()):
            raise ValidationError(_("Enter at least one number of dots."))
        if sum(n for codes in self.dots.values() for n in codes.values()) > 4 * MOST_HEADS:
            raise ValidationError(_("These are more dots than one sheet holds."))
        return cleaned

    @property
    def dots(self) -> Dots:
        given = self.cleaned_data
        return {
            co: {a.key: given.get(f"{co}_{a.key}") or 0 for a in self.wording.answers}
            for co in self.wording.cos
        }

    @property
    def service(self) -> Service:
        return self.by_slug[self.cleaned_data["service"]]


class TabletForm(forms.Form):
    """For which group a tablet is passed round."""

    def __init__(self, *args: Any, wording: Wording, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"] = _group_field(wording)


class AssistForm(forms.Form):
    """For whom a facilitator fills in, and how they are together."""

    channel = forms.ChoiceField(
        label=_("How are you together?"),
        widget=forms.RadioSelect,
        choices=[
            (Channel.PHONE.value, _("By telephone")),
            (Channel.INTERVIEWER.value, _("Face to face")),
        ],
    )
    standing = forms.ChoiceField(
        label=_("Who speaks?"), widget=forms.RadioSelect, choices=STANDINGS, required=False
    )
    agreed = forms.BooleanField(
        label=_("I told them who will see the answers, and they want me to fill it in"),
        error_messages={"required": _("Tell them first who will see the answers.")},
    )

    def __init__(self, *args: Any, wording: Wording, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"] = _group_field(wording)
        self.order_fields(["group", "channel", "standing", "agreed"])

    @property
    def on_behalf_of(self) -> OnBehalf | None:
        standing = self.cleaned_data["standing"]
        return OnBehalf(standing) if standing else None

"""What becomes of what a partnership published, kind by kind."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from alongside.foundation.places.models import Place
from alongside.insight.national.queries.leaving import Kind, Published

HAND_OVER, TAKE_OFF = "hand-over", "take-off"


class LeavingForm(forms.Form):
    """A choice for each kind of which there is something, and the last word."""

    def __init__(
        self,
        *args: Any,
        published: Sequence[Published],
        partnership: Place,
        nation: Place,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kinds = [one.kind for one in published]
        for one in published:
            kind = one.kind
            self.fields[kind] = forms.ChoiceField(
                label=_("%(kind)s: what becomes of them?") % {"kind": one.name},
                choices=_choices(kind, nation),
                widget=forms.RadioSelect,
                error_messages={
                    "required": _("%(kind)s: say what becomes of them.") % {"kind": one.name}
                },
            )
        self.fields["sure"] = forms.BooleanField(
            label=_("%(name)s leaves from today. Its lead knows.") % {"name": partnership.name},
            error_messages={"required": _("Confirm that it leaves, and that its lead knows.")},
        )

    @property
    def hand_over(self) -> dict[str, bool]:
        """Which kinds are handed over."""
        return {kind: self.cleaned_data[kind] == HAND_OVER for kind in self.kinds}


def _choices(kind: Kind, nation: Place) -> list[tuple[str, str]]:
    name = {"nation": nation.name}
    shown = _("Hand over: %(nation)s shows them from now on, with who wrote them and where") % name
    off = _("Archive: nobody reads them any more; they stay among its own until it has left")
    words = {
        Kind.EVENTS: (
            _("Hand over: %(nation)s announces them anew, and whoever booked is told where") % name,
            _("Call off: whoever booked is told"),
        ),
        Kind.CASES: (
            _("Leave them in the library of %(nation)s, with whose they are") % name,
            _("Withdraw: their addresses say so"),
        ),
    }.get(kind, (shown, off))
    return [(HAND_OVER, words[0]), (TAKE_OFF, words[1])]

"""What somebody types into their plan, when they look back, and to their coach."""

import uuid
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.commitments.forms import CommitmentForm
from alongside.foundation.initiatives.models import Initiative
from alongside.foundation.members.models import Person
from alongside.learning.coaching.models import LookBack
from alongside.ui.forms import HintedRadios, LongSelect

LONGEST = 3000


class AimForm(forms.Form):
    """What is to be different in the end."""

    aim = forms.CharField(
        label=_("What shall be different in half a year?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For the people you work with, in a sentence or two."),
        error_messages={"required": _("Say what shall be different.")},
    )


class ActionForm(CommitmentForm):
    """Something to do, by when, and for which activity."""

    initiative = forms.ChoiceField(
        label=_("For which activity?"),
        required=False,
        widget=LongSelect,
        help_text=_("One of your partnership's own, if it belongs to one."),
    )
    owner = forms.ChoiceField(
        label=_("Who does it?"), error_messages={"required": _("Say who does it.")}
    )
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)
    field_order = ("what", "owner", "due_on", "initiative")

    def __init__(
        self, *args: Any, initiatives: list[Initiative], owners: list[Person], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._initiatives = {one.slug: one for one in initiatives}
        self._owners = {str(one.public_id): one for one in owners}
        self.fields["initiative"].choices = [  # type: ignore[attr-defined]
            ("", _("None in particular")),
            *((one.slug, one.title) for one in initiatives),
        ]
        self.fields["owner"].choices = [  # type: ignore[attr-defined]
            ("", _("Choose somebody")),
            *((key, str(one)) for key, one in self._owners.items()),
        ]
        if len(owners) == 1:
            self.fields["owner"].widget = forms.HiddenInput()
            self.fields["owner"].initial = next(iter(self._owners))

    def clean_due_on(self) -> Any:
        day = self.cleaned_data["due_on"]
        if day < timezone.localdate():
            raise forms.ValidationError(_("Choose a day that is still to come."))
        return day

    def planned(self) -> dict[str, Any]:
        """Return what was said as the action takes it."""
        said = self.cleaned_data
        return {
            **said,
            "initiative": self._initiatives.get(said["initiative"]),
            "owner": self._owners[said["owner"]],
        }


class LookBackForm(forms.Form):
    """How far one came, and what changed."""

    how_far = forms.ChoiceField(
        label=_("How far did you come?"),
        choices=LookBack.HowFar.choices,
        widget=HintedRadios(
            hints={
                LookBack.HowFar.OTHERWISE: _("Plans change. What you did counts."),
                LookBack.HowFar.NOT_YET: _("That happens. Your coach would like to know why."),
            }
        ),
        error_messages={"required": _("Say how far you came.")},
    )
    what_changed = forms.CharField(
        label=_("What has changed, and for whom?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Something that somebody would notice. If nothing has, say so."),
        error_messages={"required": _("Say what has changed, or that nothing has.")},
    )
    what_helped = forms.CharField(
        label=_("What helped, and what stood in the way?"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For you and your coach only."),
    )
    may_tell = forms.BooleanField(
        label=_("Those who run the course may read what has changed, without my name"),
        required=False,
        help_text=_("Only together with what at least four others said, in no order."),
    )
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class NoteForm(forms.Form):
    """A few words to the other of the two."""

    text = forms.CharField(
        label=_("Your note"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Write something.")},
    )
    submission_key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

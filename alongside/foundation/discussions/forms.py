"""What people type: a comment, an appeal, a moderator's decision."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.foundation.discussions.kinds import KINDS
from alongside.foundation.discussions.models import Comment

LONGEST = 5000


class CommentForm(forms.Form):
    """A comment, with a name where none is known yet. People don't see `homepage`."""

    text = forms.CharField(
        label=_("Your comment"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 7}),
        help_text=_(
            "An empty line begins a paragraph. Addresses that begin with https:// become links."
        ),
        error_messages={"required": _("Write your comment.")},
    )
    name = forms.CharField(
        label=_("Your name, as others read it"),
        max_length=80,
        help_text=_("A first name is enough."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
        error_messages={"required": _("Give a name. A first name is enough.")},
    )
    email = forms.EmailField(
        label=_("Your email address, if you want to hear of it"),
        required=False,
        help_text=_("Never shown. We ask you to confirm it, and forget it after 60 days."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    homepage = forms.CharField(required=False, max_length=200, label=_("Leave this empty"))
    token = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, has_name: bool, is_member: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if has_name:
            del self.fields["name"]
        if has_name or is_member:
            del self.fields["email"]

    @property
    def asked(self) -> list[Any]:
        """The fields that people see."""
        return [self[name] for name in ("text", "name", "email") if name in self.fields]


class AppealForm(forms.Form):
    """Why a comment should be shown after all."""

    words = forms.CharField(
        label=_("Why should it be shown?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Somebody reads your comment again, with this."),
        error_messages={"required": _("Say why it should be shown.")},
    )


class RemovalForm(forms.Form):
    """Why a comment is removed; its author reads it."""

    reason = forms.ChoiceField(
        label=_("Why is it removed?"),
        choices=Comment.Reason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Give a reason: its author reads it.")},
    )
    words = forms.CharField(
        label=_("In your own words, if you like"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Its author reads this, nobody else."),
    )

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if told.get("reason") == Comment.Reason.OTHER and not told.get("words", "").strip():
            self.add_error("words", _("Give the reason in words."))
        return told


class VerdictForm(forms.Form):
    """The answer to somebody who asked again."""

    words = forms.CharField(
        label=_("What you tell them"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ManyForm(forms.Form):
    """The same for several comments at once."""

    comments = forms.TypedMultipleChoiceField()
    move = forms.ChoiceField(choices=[("show", ""), ("remove", "")])

    def __init__(self, *args: Any, listed: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["comments"].choices = [(one, "") for one in listed]  # type: ignore[attr-defined]


class OpeningForm(forms.Form):
    """Below which pages people can write."""

    kinds = forms.MultipleChoiceField(
        label=_("People can comment on"),
        required=False,
        choices=[(key, kind.label) for key, kind in KINDS.items()],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Comments that are shown already stay."),
    )

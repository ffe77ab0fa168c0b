"""What is typed live: a poll at the desk; a choice and a question in the room."""

import uuid
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.learning.events.models import FloorQuestion, Poll

FEWEST, MOST, LONGEST = 2, 6, 80


class Keyed(forms.Form):
    """A form that carries its key, so that sent twice it counts once."""

    submission_key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, initial={"submission_key": uuid.uuid4()}, **kwargs)


class PollForm(Keyed):
    """One question with its choices, one a line."""

    question = forms.CharField(label=_("Question"), max_length=160)
    choices = forms.CharField(
        label=_("Choices"),
        help_text=_("One a line, two to six."),
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def clean_choices(self) -> list[str]:
        """Return the lines that have words."""
        lines = [line.strip() for line in self.cleaned_data["choices"].splitlines()]
        choices = [line for line in lines if line]
        if not FEWEST <= len(choices) <= MOST:
            raise forms.ValidationError(_("Enter two to six choices, one a line"))
        if len(set(choices)) < len(choices):
            raise forms.ValidationError(_("Each choice must be different"))
        if any(len(choice) > LONGEST for choice in choices):
            raise forms.ValidationError(_("Each choice must be 80 characters or less"))
        return choices


class VoteForm(forms.Form):
    """One choice."""

    choice = forms.TypedChoiceField(
        coerce=int, widget=forms.RadioSelect, error_messages={"required": _("Choose one")}
    )

    def __init__(self, data: Any, *, poll: Poll, chosen: int | None = None) -> None:
        super().__init__(data, initial={"choice": chosen})
        self.fields["choice"].label = poll.question
        self.fields["choice"].choices = list(enumerate(poll.choices, start=1))  # type: ignore[attr-defined]


class AskForm(Keyed):
    """A question from the floor."""

    text = forms.CharField(
        label=_("Your question"),
        max_length=FloorQuestion._meta.get_field("text").max_length,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Enter your question")},
    )

    def __init__(self, data: Any = None, *, reads_first: bool = True) -> None:
        super().__init__(data)
        self.fields["text"].help_text = (
            _(
                "Up to 280 characters. The organisers read it first; then everybody in the room "
                "can read it, without your name."
            )
            if reads_first
            else _("Up to 280 characters. Everybody in the room can read it, without your name.")
        )


class SetAsideForm(forms.Form):
    """Why a question is not answered here."""

    why = forms.CharField(max_length=200)

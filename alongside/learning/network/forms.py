"""What people type in the network."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.foundation.discussions.models import Comment
from alongside.learning.network.models import Circle, Topic

LONGEST = 5000
HINTS = {
    Topic.Kind.QUESTION: _("For example: how do you pay people who help to inspect a service?"),
    Topic.Kind.TALK: _("For example: what we learned from our first year of shared budgets"),
    Topic.Kind.ASK: _("For example: a rule sheet for a community panel that has been used"),
    Topic.Kind.OFFER: _("For example: two trained tenant inspectors who can come for a day"),
    Topic.Kind.TO_VISIT: _("For example: a library that neighbours run"),
    Topic.Kind.HOST: _("For example: our peer support group, any Wednesday in spring"),
}


class ProfileForm(forms.Form):
    """Who one is, as far as one wants to tell."""

    name = forms.CharField(
        label=_("Your name, as others read it"),
        max_length=80,
        error_messages={"required": _("Give a name. A first name is enough.")},
    )
    who_i_am = forms.CharField(
        label=_("Who I am"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("What you do, for whom, since when; in two or three sentences."),
        error_messages={"required": _("Say in a sentence who you are.")},
    )
    can_help_with = forms.CharField(
        label=_("What I can help with"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    looking_for = forms.CharField(
        label=_("What I look for"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    in_picture = forms.BooleanField(
        label=_(
            "Count my answers in the picture of which partnerships help each other, without my name"
        ),
        required=False,
    )
    agreed = forms.BooleanField(
        label=_("Members of all partnerships here may read this"),
        error_messages={"required": _("Tick the box if members may read this.")},
    )


class WordsForm(forms.Form):
    """Something said below a topic."""

    text = forms.CharField(
        label=_("What do you say?"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("@name tells somebody of it; you find the names in the directory."),
        error_messages={"required": _("Write something.")},
    )
    token = forms.CharField(widget=forms.HiddenInput)


class TopicForm(WordsForm):
    """Something to ask, to offer, or to talk about."""

    title = forms.CharField(
        label=_("In one line"),
        max_length=160,
        error_messages={"required": _("Say it in one line.")},
    )
    circle = forms.ChoiceField(label=_("Who shall read it?"), required=False)
    field_order = ("title", "text", "circle", "token")

    def __init__(self, *args: Any, kind: str, circles: list[Circle], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"].help_text = HINTS[Topic.Kind(kind)]
        self.fields["text"].label = _("Tell us more")
        self.fields["circle"].choices = [  # type: ignore[attr-defined]
            ("", _("All members of the network")),
            ("public", _("Everybody, also outside the network")),
            *((circle.slug, circle.name) for circle in circles),
        ]


class CircleForm(forms.Form):
    """An interest group."""

    name = forms.CharField(
        label=_("What is the group called?"),
        max_length=100,
        error_messages={"required": _("Give it a name.")},
    )
    purpose = forms.CharField(
        label=_("What is it for?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Say in a sentence what it is for.")},
    )


class ReportForm(forms.Form):
    """Why moderators should look at a comment."""

    reason = forms.ChoiceField(
        label=_("What is wrong with it?"),
        choices=Comment.Reason.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Say what is wrong with it.")},
    )
    words = forms.CharField(
        label=_("In your own words, if you like"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Moderators read this; its author doesn't learn who told us."),
    )


class FilterForm(forms.Form):
    """The filters of lists; what doesn't fit is passed over, because a link may be old."""

    kind = forms.ChoiceField(
        label=_("What"), required=False, choices=[("", _("Everything")), *Topic.Kind.choices]
    )
    q = forms.CharField(label=_("Words"), required=False, max_length=100)

    def chosen(self) -> dict[str, str]:
        """Return what was understood."""
        self.is_valid()
        return {key: str(self.cleaned_data.get(key) or "") for key in self.fields}

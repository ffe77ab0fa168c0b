"""Forms for sharing a Star."""

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.star.map_it.models import Round


class PreviewForm(forms.Form):
    """How far the Star should be shared, and how many days people have to reply."""

    wanted = forms.ChoiceField(
        label=_("Who should see it?"),
        choices=[c for c in Round.Sharing.choices if c[0] != Round.Sharing.PRIVATE],
        widget=forms.RadioSelect,
    )
    days = forms.IntegerField(
        label=_("How many days do people have to reply?"), min_value=3, max_value=60, initial=7
    )


class SignForm(forms.Form):
    """A signature, with dissent if there is any."""

    dissent = forms.CharField(
        label=_("Do you see it differently? Say how (it will be shown with the result)"),
        widget=forms.Textarea(attrs={"rows": 4}),
        required=False,
        max_length=1000,
    )


class ReplyForm(forms.Form):
    """A member's reply to a preview."""

    text = forms.CharField(
        label=_("Your reply"),
        help_text=_("Members read it with your name. It is not shared further."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=1000,
    )

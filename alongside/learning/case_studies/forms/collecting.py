"""The form of a collection."""

from django import forms
from django.utils.translation import gettext_lazy as _


class CollectionForm(forms.Form):
    """What it is called, and why these cases stand together."""

    title = forms.CharField(label=_("What the collection is called"), max_length=160)
    introduction = forms.CharField(
        label=_("Introduction"),
        required=False,
        max_length=6000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("For whom it is, and why these cases stand together."),
    )


class DescribeForm(CollectionForm):
    """The same, and whether everybody may read it."""

    is_public = forms.BooleanField(
        label=_("Everybody may read it, and take its booklet along"), required=False
    )

"""What readers type: filters of the list."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from alongside.learning.blog.queries.posts import Asked
from alongside.ui.forms import LongSelect


class PostFilterForm(forms.Form):
    """All optional; what isn't there any more is told and passed over, because a link may be old."""

    words = forms.CharField(label=_("Words"), required=False, max_length=100)
    topic = forms.ChoiceField(label=_("Topic"), required=False, widget=LongSelect)
    series = forms.ChoiceField(label=_("Series"), required=False, widget=LongSelect)
    author = forms.ChoiceField(label=_("Author"), required=False, widget=LongSelect)
    place = forms.ChoiceField(label=_("From"), required=False, widget=LongSelect)
    year = forms.ChoiceField(label=_("Year"), required=False, widget=LongSelect)

    def __init__(self, *args: Any, choices: dict[str, list[tuple[str, str]]], **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.names = {key: dict(pairs) for key, pairs in choices.items()}
        for key, pairs in choices.items():
            self.fields[key].choices = [("", _("All")), *pairs]  # type: ignore[attr-defined]

    def asked(self) -> Asked:
        """Return the filters that were understood."""
        self.is_valid()
        return Asked(**{key: self.cleaned_data.get(key, "") for key in self.fields})

    def spoken(self) -> list[str]:
        """Return what was understood, as people read it."""
        asked = self.asked()
        told = [name for key in self.names if (name := self.names[key].get(getattr(asked, key)))]
        return [*told, f"“{asked.words}”"] if asked.words else told

    def gone(self) -> list[str]:
        """Return what a link asks for that isn't there any more."""
        self.is_valid()
        return [str(self.data.get(key)) for key in self.names if key in self.errors]


class NewsletterForm(forms.Form):
    """An address, and whose posts it wants."""

    email = forms.EmailField(
        label=_("Email address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    place: Any = forms.ModelChoiceField(
        label=_("New posts from"), queryset=None, to_field_name="slug"
    )
    # People don't see it; programs that fill in everything do.
    website = forms.CharField(label=_("Leave this empty"), required=False)

    def __init__(self, *args: Any, places: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["place"]
        field.queryset, field.empty_label = places, None

"""The form in which a post is written: it offers only what belongs to the post's own place."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.apps import apps
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page

from alongside.foundation.places.models import Place


class WrittenForm(WagtailAdminPageForm):
    """A page belongs to the place in whose space it is written, and is made of a form once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.place = self.parent_page.specific.place
        if self.instance.pk is None:
            self.fields["submission_key"] = forms.UUIDField(
                required=False, initial=uuid4, widget=forms.HiddenInput
            )

    def save(self, commit: bool = True) -> Any:  # noqa: FBT001, FBT002 - Wagtail's signature
        """Keep the number of the form, where Wagtail has a column for it that is never used here."""
        key = self.cleaned_data.get("submission_key")
        if key and not Page.objects.filter(translation_key=key).exists():
            self.instance.translation_key = key
        return super().save(commit=commit)


def posted_key(posted: Mapping[str, Any]) -> UUID | None:
    """Return the number that a form was sent with."""
    try:
        return UUID(posted.get("submission_key", ""))
    except ValueError:
        return None


class PostForm(WrittenForm):
    """Topics, authors, series and translations to choose from are the place's own."""

    topics: Any = forms.ModelMultipleChoiceField(
        queryset=None, required=False, label=_("Topics"), widget=forms.CheckboxSelectMultiple
    )
    authors: Any = forms.ModelMultipleChoiceField(
        queryset=None, required=False, label=_("Authors"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        place: Place = self.instance.place
        labels = {name: apps.get_model("blog", name).objects for name in ("Series", "Author")}
        topics = apps.get_model("blog", "Topic").objects
        nation = place.nation or place
        written = self.instance
        self.fields["topics"].queryset = topics.in_place(nation)
        self.fields["authors"].queryset = labels["Author"].in_place(place).filter(has_agreed=True)
        self.fields["series"].queryset = labels["Series"].in_place(place)
        others = type(written).objects.filter(place=place, translation_of=None)
        self.fields["translation_of"].queryset = others.exclude(pk=written.pk)
        self.initial["topics"] = [filed.topic_id for filed in written.filed_under.all()]
        self.initial["authors"] = [wrote.author_id for wrote in written.written_by.all()]

    def clean(self) -> dict[str, Any]:
        """A picture on top says what it shows."""
        cleaned: dict[str, Any] = super().clean()
        if cleaned.get("picture") and not cleaned.get("picture_says"):
            self.add_error(
                "picture_says", _("Say what the picture shows, for people who can't see it.")
            )
        if cleaned.get("part") and not cleaned.get("series"):
            self.add_error("series", _("Choose the series of which this is a part."))
        return cleaned

    def save(self, commit: bool = True) -> Any:  # noqa: FBT001, FBT002 - Wagtail's signature
        """Keep topics and authors with the draft, as they stand in the form."""
        written = self.instance
        filed, wrote = written.filed_under, written.written_by
        written.filed_under = [filed.model(topic=topic) for topic in self.cleaned_data["topics"]]
        written.written_by = [wrote.model(author=one) for one in self.cleaned_data["authors"]]
        return super().save(commit=commit)

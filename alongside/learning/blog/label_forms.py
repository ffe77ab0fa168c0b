"""Forms for topics, series and authors."""

from typing import Any

from django import forms

from alongside.learning.blog.models import Author, Series, Topic
from alongside.learning.blog.models.labels import Label


class TopicForm(forms.ModelForm[Topic]):
    """What posts are about."""

    class Meta:
        model = Topic
        fields = ["name"]


class SeriesForm(forms.ModelForm[Series]):
    """Posts that belong together."""

    class Meta:
        model = Series
        fields = ["name", "about"]
        widgets = {"about": forms.Textarea(attrs={"rows": 3})}


class AuthorForm(forms.ModelForm[Author]):
    """Somebody who writes."""

    class Meta:
        model = Author
        fields = ["name", "role", "organisation", "about", "has_agreed"]
        widgets = {"about": forms.Textarea(attrs={"rows": 3})}


FORMS: dict[str, type[forms.ModelForm[Any]]] = {
    "topic": TopicForm,
    "series": SeriesForm,
    "author": AuthorForm,
}
KINDS: dict[str, type[Label]] = {"topic": Topic, "series": Series, "author": Author}

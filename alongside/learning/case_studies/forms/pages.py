"""Which form asks on which page, with what the case tells so far."""

from typing import Any

from django import forms

from alongside.foundation.places.vocabulary import Words
from alongside.learning.case_studies.forms.writing import (
    AboutForm,
    ChangeForm,
    LearningForm,
    MoneyForm,
    PeopleForm,
    StoryForm,
)
from alongside.learning.case_studies.models import PAGES, CaseStudy

FORMS: dict[str, type[forms.Form]] = {
    "about": AboutForm,
    "story": StoryForm,
    "change": ChangeForm,
    "money": MoneyForm,
    "learning": LearningForm,
    "people": PeopleForm,
}


def page_form(
    case: CaseStudy, page: str, sent: Any, *, words: Words, approaches: Any, areas: Any
) -> forms.Form:
    """Return the form of a page, with what the case tells so far."""
    initial = {name: getattr(case, name) for name in PAGES[page]}
    form = FORMS[page](sent, initial=initial)
    if isinstance(form, AboutForm):
        form.offer(words=words, approaches=approaches, areas=areas)
    return form

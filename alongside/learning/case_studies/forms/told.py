"""What was told, to be checked: a row for each question, in the words of the forms that ask it."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from alongside.foundation.initiatives.money import pounds
from alongside.foundation.members.groups import group_names
from alongside.foundation.places.vocabulary import Words
from alongside.learning.case_studies.forms.pages import FORMS
from alongside.learning.case_studies.models import PAGES, CaseStudy
from alongside.learning.case_studies.queries.writing import missing_in


def pages_told(case: CaseStudy, words: Words, *, can_change: bool) -> list[dict[str, Any]]:
    """Return page by page what was told, with the way to change it."""
    missing = set(missing_in(case))
    told = []
    for page, fields in PAGES.items():
        form = FORMS[page]
        url = reverse("case_writing:page", args=[case.place.slug, case.slug, page])
        rows = [
            {
                "key": form.base_fields[name].label,
                "value": _shown(case, name, words, missing),
                "actions": [_change(f"{url}?check#id_{name}", form, name)] if can_change else [],
            }
            for name in fields
        ]
        told.append({"page": page, "heading": form.heading, "url": url, "rows": rows})  # type: ignore[attr-defined]
    return told


def _change(url: str, form: Any, name: str) -> dict[str, Any]:
    return {"text": _("Change"), "url": url, "hidden": form.base_fields[name].label}


def _shown(case: CaseStudy, name: str, words: Words, missing: set[str]) -> str:
    value = getattr(case, name)
    if name in missing:
        return _("Missing: needed before it can be sent")
    if value in ("", None, []):
        return _("Nothing said")
    return _in_words(case, name, value, words)


def _in_words(case: CaseStudy, name: str, value: Any, words: Words) -> str:
    choices: Mapping[str, Any] = dict(
        getattr(FORMS[_page_of(name)].base_fields[name], "choices", ())
    )
    if name in ("co", "also_cos"):
        choices = {co: words[f"{co}_name"] for co in ("commission", "design", "deliver", "assess")}
    if name == "groups":
        return ", ".join(group_names(words, value))
    if name == "indicators":
        return "; ".join(" · ".join(filter(None, row.values())) for row in value)
    if name.endswith("_pence"):
        return pounds(value)
    if name.endswith("_on"):
        return date_format(value)
    values = value if isinstance(value, list) else [value]
    return ", ".join(str(choices.get(one, one)) for one in values)


def _page_of(name: str) -> str:
    return next(page for page, fields in PAGES.items() if name in fields)

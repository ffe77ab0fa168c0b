"""Collections that everybody may read, and their booklets."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside.foundation.files.downloads import as_download
from alongside.foundation.places.doors import open_to_everyone, same_for_everybody
from alongside.foundation.places.vocabulary import default_words
from alongside.foundation.practices.panels import practice_card
from alongside.learning.case_studies.models import Collection
from alongside.learning.case_studies.panels.told import split
from alongside.learning.case_studies.queries.collections import (
    booklet_about,
    booklet_file,
    cases_in,
    public_collection_at,
    public_collections,
)


@same_for_everybody
@require_safe
@open_to_everyone
def collections(request: HttpRequest) -> HttpResponse:
    """All collections."""
    return render(
        request, "case_studies/collections/list.html", {"collections": public_collections()}
    )


@same_for_everybody
@require_safe
@open_to_everyone
def collection(request: HttpRequest, nation: str, collection: str) -> HttpResponse:
    """One collection: why these cases, which they are, the booklet to take along."""
    found = _found(nation, collection)
    words = default_words()
    context: dict[str, Any] = {
        "collection": found,
        "paragraphs": split(found.introduction),
        "cards": [practice_card(case, words) for case in cases_in(found)],
        "booklet": booklet_about(found),
    }
    return render(request, "case_studies/collections/page.html", context)


@require_safe
@open_to_everyone
def booklet(request: HttpRequest, nation: str, collection: str, kind: str) -> HttpResponse:
    """The booklet as a file, always at this address, whatever is in it by now."""
    content = booklet_file(_found(nation, collection), kind)
    if content is None:
        raise Http404
    return as_download(content, name=f"{collection}.{kind}")


def _found(nation: str, slug: str) -> Collection:
    found = public_collection_at(nation, slug)
    if found is None:
        raise Http404
    return found

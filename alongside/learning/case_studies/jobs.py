"""Background work of the case library: fetch ids, call an action."""

from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.foundation.files.papers import paper_epub, paper_pdf
from alongside.foundation.history.actor import system_actor
from alongside.foundation.places.models import Place
from alongside.learning.case_studies.actions.collecting import ask_for_booklet, keep_booklet
from alongside.learning.case_studies.actions.likening import work_out_likeness
from alongside.learning.case_studies.actions.reminding import forget_contacts, remind_of_cases
from alongside.learning.case_studies.models import Collection
from alongside.learning.case_studies.panels.booklet import booklet_paper
from alongside.learning.case_studies.queries.collections import (
    booklet_about,
    booklet_inputs,
    cases_in,
    told_among,
)


def liken_job(context: Any) -> None:
    """Compare a nation's cases with each other."""
    work_out_likeness(context.place)


def follow_likeness() -> None:
    """Compare anew what came into a library by another way than publishing."""
    nations = Place.objects.filter(kind=Place.Kind.NATION, state=Place.State.ACTIVE)
    for nation in nations.order_by("pk"):
        work_out_likeness(nation)


def remind() -> None:
    """Ask whether cases and contacts are still right; forget contacts that are long over."""
    remind_of_cases()
    forget_contacts()


def booklet_job(context: Any, *, collection_id: int) -> None:
    """Lay a collection out as a PDF and an EPUB, and keep both."""
    collection = Collection.objects.in_place(context.place).get(pk=collection_id)
    collection.place = context.place
    inputs, cases = booklet_inputs(collection), cases_in(collection)
    paper = booklet_paper(collection, cases, told_among(collection, cases))
    context.report(20, _("Laying out the pages"))
    pdf = paper_pdf(paper)
    context.report(80, _("Binding the book"))
    number = uuid5(NAMESPACE_URL, f"{context.place.slug}/{collection.slug}")
    summary = _("Text with headings, tables and a table of contents; no pictures, no sound.")
    epub = paper_epub(paper, number=number, made_at=timezone.now(), summary=summary)
    with context.finish() as end:
        keep_booklet(collection, by=context.by, pdf=pdf, epub=epub, inputs_hash=inputs)
        end.result_url = reverse("cases:collection", args=[context.place.slug, collection.slug])


def follow_booklets() -> None:
    """Ask for the booklets whose cases changed by another way than the team's pages."""
    for collection in Collection.objects.for_everybody().select_related("place").order_by("pk"):
        made = booklet_about(collection)
        if made is None or made.inputs_hash != booklet_inputs(collection):
            ask_for_booklet(collection, by=system_actor())

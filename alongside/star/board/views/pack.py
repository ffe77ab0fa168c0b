"""Pages of the pack: have one made, read it, take it along."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_POST, require_safe

from alongside.foundation.files.downloads import as_download
from alongside.foundation.places.doors import in_workspace
from alongside.foundation.places.models import Place
from alongside.star.board.actions import ask_for_pack
from alongside.star.board.models import Pack
from alongside.star.board.rules import can_make_pack


@require_safe
@in_workspace("round.see_results")
def packs(request: HttpRequest, place: Place) -> HttpResponse:
    """The packs that were made, the newest first."""
    made = Pack.objects.in_place(place).defer("pdf", "paper")[:20]
    context = {"packs": made, "can_make": can_make_pack(request.actor, place)}  # type: ignore[attr-defined]
    return render(request, "board/packs.html", context)


@require_POST
@in_workspace("initiative.edit")
def make(request: HttpRequest, place: Place) -> HttpResponse:
    """Have a pack made; its page shows how far it is."""
    job = ask_for_pack(place, by=request.actor)  # type: ignore[attr-defined]
    return redirect("jobs:job", place.slug, job.public_id)


@require_safe
@in_workspace("round.see_results")
def pack(request: HttpRequest, place: Place, pack: UUID) -> HttpResponse:
    """A pack as a page: the same as its PDF, part by part."""
    found = _found(place, pack)
    parts = [
        # Drawn by our own code from plain values; texts in it were escaped there.
        {**part, "drawing": mark_safe(part["svg"])} if part["kind"] == "picture" else part  # noqa: S308
        for part in found.paper["parts"]
    ]
    context = {"pack": found, "paper": {**found.paper, "parts": parts}}
    return render(request, "board/pack.html", context)


@require_safe
@in_workspace("round.see_results")
def pack_pdf(request: HttpRequest, place: Place, pack: UUID) -> HttpResponse:
    """A pack to print or to send."""
    found = _found(place, pack)
    name = f"{place.slug}-board-pack-{found.made_at:%Y-%m-%d}.pdf"
    return as_download(bytes(found.pdf), name=name)


def _found(place: Place, public_id: UUID) -> Pack:
    found = Pack.objects.in_place(place).filter(public_id=public_id).first()
    if found is None:
        raise Http404
    return found

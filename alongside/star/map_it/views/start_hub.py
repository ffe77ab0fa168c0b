"""The hub of the hour: one page that stays open on the big screen while the room answers."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from alongside.foundation.accounts.qr import qr_svg
from alongside.foundation.members.actions import code_of_link
from alongside.foundation.members.queries import living_link
from alongside.foundation.members.rules import can_invite
from alongside.star.map_it.actions.rounds import ask_for_star
from alongside.star.map_it.actions.start import begin_first_look
from alongside.star.map_it.doors import with_round
from alongside.star.map_it.models import Round
from alongside.star.map_it.queries.round_page import round_facts
from alongside.star.map_it.rules import rounds as rules
from alongside.star.map_it.rules.answering import can_answer_as_member


def link_address(round_: Round) -> str:
    """Return the address that residents follow, if a link is open."""
    link = living_link(round_.place, round_.activity_id)
    return f"{settings.BASE_URL}/j/{code_of_link(link)}" if link else ""


@never_cache
@require_safe
@with_round("round.enter")
def hub(request: HttpRequest, round_: Round) -> HttpResponse:
    """What to show, where to answer, how many have, and the button that draws."""
    facts = round_facts(round_)
    address = link_address(round_)
    context = {
        "round": round_,
        "facts": facts,
        "address": address,
        "address_words": address.partition("://")[2],
        "qr": qr_svg(address) if address else "",
        "is_open": round_.state == Round.State.OPEN,
        "is_draft": round_.state == Round.State.DRAFT,
        "can_begin": round_.place.is_admitted and rules.can_edit_round(request.actor, round_),  # type: ignore[attr-defined]
        "can_draw": rules.can_draw_star(request.actor, round_),  # type: ignore[attr-defined]
        "can_answer": can_answer_as_member(request.actor, round_),  # type: ignore[attr-defined]
        "can_invite": can_invite(request.actor, round_.place),  # type: ignore[attr-defined]
        "is_drawing": facts.job is not None and facts.job.is_open,
    }
    return render(request, "map_it/start/hub.html", context)


@require_POST
@with_round("round.edit")
def begin(request: HttpRequest, round_: Round) -> HttpResponse:
    """Open a first look that waited for the national team's yes."""
    begin_first_look(round_, by=request.actor)  # type: ignore[attr-defined]
    return redirect("start:hub", round_.place.slug, round_.slug)


@require_POST
@with_round("round.edit")
def draw(request: HttpRequest, round_: Round) -> HttpResponse:
    """Have the provisional Star drawn, and watch it being drawn."""
    ask_for_star(round_, by=request.actor)  # type: ignore[attr-defined]
    job = round_facts(round_).job
    if job is None:
        return redirect("start:hub", round_.place.slug, round_.slug)
    return redirect("jobs:job", round_.place.slug, job.public_id)

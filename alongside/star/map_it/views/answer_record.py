"""A councillor's choice to stand with their name, on the page that says their answers are in."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.star.map_it.actions.recording import go_off_record, go_on_record, is_drawn
from alongside.star.map_it.rules.answering import may_stand_with_name
from alongside.star.map_it.views.answer_desk import Desk, sheet_page


@require_http_methods(["POST"])
@sheet_page
def on_record(desk: Desk) -> HttpResponse:
    """Put one's own answers on the record, or take one's name off."""
    response = desk.mine.response
    if desk.request.POST.get("stand") == "yes":
        go_on_record(desk.round, response, by=desk.actor)
        messages.success(desk.request, _("Your answers stand with your name."))
    else:
        go_off_record(desk.round, response, by=desk.actor)
        messages.success(desk.request, _("Your name is taken off. Your answers are confidential."))
    return redirect(desk.url("receipt"))


def record_choice(desk: Desk) -> str:
    """Return how a councillor's choice stands ("on" or "off"), or nothing if they have none."""
    response = desk.mine.response
    if desk.seat is not None or not may_stand_with_name(desk.actor, desk.round, response):
        return ""
    if hasattr(response, "on_record"):
        return "on"
    return "" if is_drawn(desk.round) else "off"

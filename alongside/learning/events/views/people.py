"""Who comes: the list to tick and to print, bookings by telephone, and the poster for the door."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from alongside.foundation.accounts.qr import qr_svg
from alongside.foundation.gatherings.actions.booking import enter_booking
from alongside.foundation.gatherings.actions.day import BEFORE, tick
from alongside.foundation.gatherings.actions.standing import cancel_booking
from alongside.foundation.gatherings.actions.telling import mark_told
from alongside.foundation.gatherings.models import Booking, Gathering
from alongside.foundation.gatherings.queries.bookings import (
    booking_in,
    numbers_of,
    people_of,
    people_to_ring,
)
from alongside.foundation.gatherings.wording import moment_told, when_told
from alongside.foundation.members.seat_cookies import (
    forget_words,
    hand_over_words,
    words_handed_over,
)
from alongside.foundation.places.doors import actor_of
from alongside.learning.events.doors import at_desk
from alongside.learning.events.forms.booking import DeskBookingForm
from alongside.learning.events.people_rows import rows_of_people

A_PAGE, NEXT_ONES, LONGEST = 40, 20, 20_000


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def people(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    """Everybody with a place, and who waits; on the day with a button each."""
    if request.method == "POST":
        _done(request, gathering)
        return redirect("event_desk:people", gathering.place.slug, gathering.slug)
    is_day = timezone.now() >= gathering.starts_at - BEFORE
    can = {
        "can_tick": is_day,
        "can_cancel": not is_day and gathering.state == Gathering.State.PUBLISHED,
    }
    numbers, is_whole = numbers_of(gathering), "all" in request.GET
    pages = Paginator(people_of(gathering), LONGEST if is_whole else A_PAGE)
    pages.count = numbers.booked + numbers.offered + numbers.walked_in  # known already
    page = pages.get_page(request.GET.get("page"))
    queue = people_of(gathering, waiting=True)
    queue = queue[: LONGEST if is_whole else NEXT_ONES]
    waiting = list(queue) if numbers.waiting else []
    context = {
        "gathering": gathering,
        "when": when_told(gathering),
        "head": [
            _("Name"),
            _("To reach them"),
            _("What they need"),
            _("Pictures"),
            _("On the day"),
        ],
        "page": page,
        "rows": rows_of_people(page, **can),
        "waiting_rows": rows_of_people(waiting, **can),
        "to_ring": people_to_ring(gathering),
        "numbers": numbers,
        "is_cut": not is_whole and (pages.num_pages > 1 or numbers.waiting > NEXT_ONES),
        "words_to_keep": words_handed_over(request),
    }
    response = render(request, "events/desk/people.html", context)
    forget_words(response)
    return response


def _done(request: HttpRequest, gathering: Gathering) -> None:
    """Each button of the list carries what it does and for whom: "came:<booking>"."""
    verb, _colon, key = request.POST.get("do", "").partition(":")
    booking = booking_in(gathering, _uuid(key))
    if booking is None:
        raise Http404
    by = actor_of(request)
    if verb in ("came", "away"):
        tick(booking, came=verb == "came", by=by)
    elif verb == "cancel":
        cancel_booking(booking, by=by)
        messages.success(request, _("Cancelled. The place is kept for the next who waits."))
    elif verb == "told":
        mark_told(booking, by=by)


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise Http404 from error


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def add(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    """Book for somebody who rang or wrote, or sign in somebody who just came."""
    form = DeskBookingForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        made = enter_booking(
            gathering,
            form.wish(),
            channel=form.cleaned_data["channel"],
            submission_key=form.cleaned_data["submission_key"],
            by=actor_of(request),
        )
        if made.booking.state == Booking.State.WAITING:
            messages.success(request, _("It is full: they stand on the waiting list."))
        else:
            messages.success(request, _("They have a place."))
        reply = redirect("event_desk:people", gathering.place.slug, gathering.slug)
        if made.words:
            hand_over_words(reply, made.words)
        return reply
    context = {"gathering": gathering, "form": form}
    return render(request, "events/desk/add.html", context, status=422 if form.is_bound else 200)


@require_safe
@at_desk
def poster(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    """One sheet of A4 for the door: point your phone here, and you are signed in."""
    path = reverse("events:here", args=[gathering.place.slug, gathering.slug])
    address = f"{settings.BASE_URL}{path}"
    context = {
        "gathering": gathering,
        "qr": qr_svg(address),
        "short_address": address.split("://", 1)[-1],
        "from_when": moment_told(gathering.starts_at - BEFORE, gathering),
    }
    return render(request, "events/desk/poster.html", context)

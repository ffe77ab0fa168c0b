"""Book without an account, see one's booking, confirm or cancel it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from alongside.foundation.files.downloads import as_download
from alongside.foundation.gatherings.actions.after import ANSWERED_WITHIN
from alongside.foundation.gatherings.actions.booking import book
from alongside.foundation.gatherings.actions.day import BEFORE
from alongside.foundation.gatherings.actions.standing import cancel_booking, confirm_booking
from alongside.foundation.gatherings.calendar import appointment_of_booking, calendar_text
from alongside.foundation.gatherings.forms import BookingForm
from alongside.foundation.gatherings.mail import booking_behind
from alongside.foundation.gatherings.models import Booking, Gathering
from alongside.foundation.gatherings.queries.bookings import ahead_of, booking_of
from alongside.foundation.gatherings.wording import moment_told
from alongside.foundation.members.models import Person
from alongside.foundation.members.seat_cookies import (
    forget_words,
    hand_over_words,
    words_handed_over,
)
from alongside.foundation.places.doors import actor_of, open_to_everyone
from alongside.learning.events.device import (
    forget,
    held_on,
    keep_seat_if_free,
    remember,
)
from alongside.learning.events.doors import at_event
from alongside.learning.events.panels import facts_of


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@at_event
def book_place(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    """Say who comes. Sending it is all there is to do."""
    is_open = gathering.state == Gathering.State.PUBLISHED and gathering.starts_at > timezone.now()
    if request.method != "POST" and not is_open:
        return redirect("events:event", gathering.place.slug, gathering.slug)
    data = request.POST if request.method == "POST" else None
    form = BookingForm(data, initial=_known_of(request, gathering))
    if form.is_valid():
        made = book(
            gathering,
            form.wish(),
            submission_key=form.cleaned_data["submission_key"],
            by=actor_of(request),
        )
        reply = redirect("events:booking", gathering.place.slug, gathering.slug)
        remember(reply, request, made.booking)
        keep_seat_if_free(reply, request, made.booking, made.cookie)
        if made.words:
            hand_over_words(reply, made.words)
        return reply
    context = {
        "gathering": gathering,
        "form": form,
        "facts": facts_of(gathering),
        "known": booking_of(gathering, by=actor_of(request), held=held_on(request)),
    }
    return render(request, "events/book.html", context, status=422 if form.is_bound else 200)


def _known_of(request: HttpRequest, gathering: Gathering) -> dict[str, str]:
    """What a member need not type again."""
    number = actor_of(request).persons.get(gathering.place_id)
    people = Person.objects.in_place(gathering.place).select_related("contact")
    person = people.filter(pk=number).first() if number else None
    if person is None:
        return {}
    contact = getattr(person, "contact", None)
    return {
        "name": person.name,
        "email": contact.email if contact else "",
        "phone": contact.phone if contact else "",
    }


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@at_event
def my_booking(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    """How one's booking stands: the receipt, the place that is kept, the way to cancel."""
    booking = booking_of(gathering, by=actor_of(request), held=held_on(request))
    if request.method == "POST" and booking is not None:
        return _done(request, booking, request.POST.get("verb", ""))
    context = {
        "gathering": gathering,
        "booking": booking,
        "words_to_keep": words_handed_over(request),
        **(_told_of(booking) if booking else {}),
    }
    page = render(request, "events/booking.html", context)
    forget_words(page)
    return page


def _told_of(booking: Booking) -> dict[str, object]:
    gathering, now = booking.gathering, timezone.now()
    is_waiting = booking.state == Booking.State.WAITING
    until = booking.offered_until
    is_on = gathering.state == Gathering.State.PUBLISHED and gathering.starts_at > now
    has_place = booking.state in (Booking.State.BOOKED, Booking.State.WALK_IN)
    answers_end = gathering.ends_at + ANSWERED_WITHIN
    asked = booking.came_at is not None and gathering.ends_at < now <= answers_end
    return {
        "facts": facts_of(gathering)[:2],
        "ahead": ahead_of(booking) if is_waiting else 0,
        "until": moment_told(until, gathering) if until else "",
        "is_on": is_on,
        "is_now": gathering.starts_at - BEFORE <= now <= gathering.ends_at,
        "has_place": has_place,
        "can_cancel": is_on and booking.state in Booking.STANDS,
        "join_link": gathering.join_link if has_place else "",
        "has_email": bool(getattr(booking, "contact", None) and booking.contact.email),
        "can_say_how": asked and not hasattr(booking, "feedback"),
    }


def _done(request: HttpRequest, booking: Booking, verb: str) -> HttpResponse:
    gathering = booking.gathering
    reply = redirect("events:booking", gathering.place.slug, gathering.slug)
    if verb == "cancel":
        cancel_booking(booking)
        messages.success(request, _("Your booking is cancelled. Somebody else can come now."))
    elif verb == "confirm":
        confirm_booking(booking)
        messages.success(request, _("You have a place."))
    elif verb == "forget":
        reply = redirect("events:event", gathering.place.slug, gathering.slug)
        forget(reply, request, booking)
    return reply


@never_cache
@require_safe
@at_event
def booking_file(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    """One's booking for a calendar."""
    booking = booking_of(gathering, by=actor_of(request), held=held_on(request))
    if booking is None:
        raise Http404
    text = calendar_text([appointment_of_booking(booking)], name=gathering.title)
    return as_download(text.encode(), name=f"{gathering.slug}.ics")


@never_cache
@require_safe
@open_to_everyone
def from_letter(request: HttpRequest, token: str) -> HttpResponse:
    """Exchange a letter's address for a cookie, and go on to a clean address. It changes nothing."""
    booking = booking_behind(token)
    if booking is None:
        raise Http404
    reply = redirect("events:booking", booking.gathering.place.slug, booking.gathering.slug)
    remember(reply, request, booking)
    reply["Referrer-Policy"] = "no-referrer"
    return reply

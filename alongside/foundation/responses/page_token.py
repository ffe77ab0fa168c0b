"""The token in a page: whose sheet it writes to, when session or cookie have gone (trust 14).

It stands in each form. What was typed is kept by it, and a page always writes to the sheet that it
showed. It works from our own pages only, and dies when its author lets go of the sheet.
"""

from dataclasses import dataclass

from django.core import signing
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.utils import timezone

from alongside.foundation.consent.models import Activity
from alongside.foundation.history.actor import Actor, ActorKind
from alongside.foundation.members.actors import actor_of_seat
from alongside.foundation.members.models import Membership, Seat
from alongside.foundation.prepared.reads import Given, prepared
from alongside.foundation.responses.models import Response

SALT = "responses.page"
A_DAY = 24 * 60 * 60
TAIL = 16


@dataclass(frozen=True, slots=True)
class Author:
    """The sheet that a page writes to, and as whom."""

    response: Response
    actor: Actor
    seat: Seat | None


@prepared
def _sheet() -> QuerySet[Response]:
    """A hall asks for it with every rating."""
    found = Response.objects.in_place(Given("place")).filter(activity=Given("activity"))
    found = found.filter(pk=Given("pk")).exclude(state=Response.State.WITHDRAWN)
    return found.select_related("participant__seat", "place")[:1]


def page_token(response: Response, seat: Seat | None) -> str:
    """Return the token for the forms of a page that shows this sheet."""
    return signing.dumps([response.pk, seat.cookie_hash[:TAIL] if seat else ""], salt=SALT)


def author_of_page(request: HttpRequest, token: str, activity: Activity) -> Author | None:
    """Return whose sheet of this activity the page writes to; nothing for a token that is no good."""
    if not token or not is_from_here(request):
        return None
    try:
        pk, tail = signing.loads(token, salt=SALT, max_age=A_DAY)
    except signing.BadSignature:
        return None
    response = _sheet.first(place=activity.place_id, activity=activity.pk, pk=pk)
    actor = _author(response, tail) if response else None
    if response is None or actor is None:
        return None
    return Author(response, actor, response.participant.seat)


def _author(response: Response, tail: str) -> Actor | None:
    """Return the author as whom the page may write; nobody once they let go of it, or left."""
    participant = response.participant
    if participant.seat is not None:
        seat = participant.seat
        is_held = seat.cookie_hash.startswith(tail) and seat.expires_at > timezone.now()
        return actor_of_seat(seat) if tail and is_held else None
    members = Membership.objects.in_place(response.place).on(timezone.localdate())
    person_id = participant.person_id
    if person_id is None or not members.filter(person=person_id).exists():
        return None
    return Actor(
        ActorKind.PERSON,
        permissions={response.place_id: frozenset()},
        persons={response.place_id: person_id},
    )


def is_from_here(request: HttpRequest) -> bool:
    """Whether the request comes from a page of ours, as far as the browser says."""
    origin = request.headers.get("Origin")
    return origin is None or origin == f"{request.scheme}://{request.get_host()}"


def refused_as_forgery(request: HttpRequest) -> HttpResponse | None:
    """Ask Django's own check, from which pages with a token of ours are exempt."""

    def ordinary(_request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    return CsrfViewMiddleware(ordinary).process_view(request, ordinary, (), {})

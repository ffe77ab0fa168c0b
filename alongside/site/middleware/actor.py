"""Put the actor on the request, lazily: pages that never ask for it pay nothing."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from alongside.foundation.history.actor import Actor
from alongside.foundation.members.actors import (
    actor_of_seat,
    actor_of_user,
    anonymous_actor,
)
from alongside.foundation.members.seats import seat_of_cookies


class ActorMiddleware:
    """A signed-in account comes first; else a guest's seat; else nobody."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.actor = SimpleLazyObject(lambda: _actor_of(request))  # type: ignore[attr-defined]
        return self.get_response(request)


def _actor_of(request: HttpRequest) -> Actor:
    request_id = request.id  # type: ignore[attr-defined]
    if request.user.is_authenticated:
        return actor_of_user(request.user, request_id=request_id)
    seat = seat_of_cookies(request.COOKIES)
    if seat is not None:
        return actor_of_seat(seat, request_id=request_id)
    return anonymous_actor(request_id=request_id)

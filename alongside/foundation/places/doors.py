"""The doors of the site: each view says through which one people come in.

A door finds the place in the address, checks who stands before it, and hands the view a `Place`
that may be used. Who may not know of a place gets the same "not found" as if it didn't exist.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.places.models import FormerSlug, Place
from alongside.foundation.prepared.reads import Given, prepared

View = Callable[..., HttpResponse]


def actor_of(request: HttpRequest) -> Actor:
    """Who asks."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor


@prepared
def _place_at() -> QuerySet[Place]:
    return Place.objects.filter(slug=Given("slug"))[:1]


def in_workspace(permission: str = "workspace.see") -> Callable[[View], View]:
    """Let members with the permission in; visitors sign in first, strangers find nothing.

    The view is called as `view(request, place, ...)`, and `request.place` is set for the page's
    frame and vocabulary.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def door(request: HttpRequest, place: str, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            found = _place_at.first(slug=place)
            if found is None or found.pk not in request.actor.place_ids:  # type: ignore[attr-defined]
                return _former_address(request, place, public=False)
            request.place = found  # type: ignore[attr-defined]
            if not request.actor.may(permission, found.pk):  # type: ignore[attr-defined]
                raise Refusal("not_allowed", _("Your role here doesn't open this page."))
            return view(request, found, **kwargs)

        door.permission = permission  # type: ignore[attr-defined]
        return door

    return decorate


def in_workspace_at(
    permission: str, *, named: str, find: Callable[[Place, str], Any]
) -> Callable[[View], View]:
    """Let members with the permission in to one thing of a place; for others it isn't there.

    `named` is the part of the address that `find` looks for. The view is called as
    `view(request, thing, ...)`.
    """

    def decorate(view: View) -> View:
        @in_workspace(permission)
        @wraps(view)
        def door(request: HttpRequest, place: Place, **kwargs: Any) -> HttpResponse:
            thing = find(place, kwargs.pop(named))
            if thing is None:
                raise Http404
            return view(request, thing, **kwargs)

        return door

    return decorate


def at_the_front(view: View) -> View:
    """Let everyone in to a place's public pages; its members only, while it waits for a yes."""

    @wraps(view)
    def door(request: HttpRequest, place: str, **kwargs: Any) -> HttpResponse:
        found = _place_at.first(slug=place)
        if found is None or not _may_be_seen(found, request):
            return _former_address(request, place, public=True)
        request.place = found  # type: ignore[attr-defined]
        return view(request, found, **kwargs)

    door.permission = None  # type: ignore[attr-defined]
    return door


def open_to_everyone(view: View) -> View:
    """Say aloud that a page belongs to no place and needs no permission."""
    view.permission = None  # type: ignore[attr-defined]
    return view


def with_key_in_address(response: HttpResponse) -> HttpResponse:
    """Return a page whose address is a key: no cache keeps it, no other page learns it (trust 13)."""
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "no-referrer"
    return response


def same_for_everybody(view: View) -> View:
    """Say that visitors without any cookie all get the same page until something changes.

    Stands above a door. The page holds no form with a token, and no time of its own.
    """
    view.is_shared = True  # type: ignore[attr-defined]
    return view


def for_account_holders(view: View) -> View:
    """Let in whoever is signed in; the view shows them only what is theirs."""

    @wraps(view)
    def door(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return view(request, **kwargs)

    door.permission = None  # type: ignore[attr-defined]
    return door


def _may_be_seen(place: Place, request: HttpRequest) -> bool:
    if place.state == Place.State.LEFT:
        return False
    return place.is_public or place.pk in request.actor.place_ids  # type: ignore[attr-defined]


def _former_address(request: HttpRequest, slug: str, *, public: bool) -> HttpResponse:
    former = FormerSlug.objects.filter(slug=slug).select_related("place").first()
    if former is None:
        raise Http404
    if not public and former.place_id not in request.actor.place_ids:  # type: ignore[attr-defined]
        raise Http404
    path = request.get_full_path().replace(f"/{slug}/", f"/{former.place.slug}/", 1)
    return HttpResponsePermanentRedirect(path)

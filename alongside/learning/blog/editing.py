"""The door to Wagtail's editor: who comes in, how far, and under which content policy (trust 46).

Whatever isn't on the short list below doesn't exist: Wagtail's own sign-in, accounts, users,
reports and its interface for programs least of all. Which groups somebody is in is worked out from
today's memberships at each request, so a membership that ended an hour ago opens nothing.
"""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.csp import CSP
from django.views.decorators.csp import csp_override
from wagtail.models import Page

from alongside.foundation.accounts.models import User
from alongside.foundation.history.actor import Actor
from alongside.foundation.places.models import Place
from alongside.learning.blog.models import Space
from alongside.learning.blog.rules import can_publish_posts, can_write_posts

PREFIX = "/learn/editing/"
# Wagtail writes scripts and styles into its pages, and shows previews in a frame. Nothing comes
# from another site all the same, and no page that readers see is served under this policy.
POLICY: dict[str, list[str]] = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "style-src": [CSP.SELF, CSP.UNSAFE_INLINE],
    "img-src": [CSP.SELF, "data:", "blob:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "frame-src": [CSP.SELF],
    "base-uri": [CSP.NONE],
    "object-src": [CSP.NONE],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.SELF],
}
OPEN_ROOMS = frozenset({"wagtailadmin_pages", "wagtailimages", "wagtailimages_chooser"})
CLOSED = frozenset(
    {"generate_url", "preview", "set_privacy", "type_use", "type_use_results", "url_generator"}
)
OPEN_PAGES = frozenset(
    {
        "wagtailadmin_explore",
        "wagtailadmin_explore_results",
        "wagtailadmin_choose_page",
        "wagtailadmin_choose_page_child",
        "wagtailadmin_choose_page_search",
        "wagtailadmin_choose_page_external_link",
        "wagtailadmin_choose_page_email_link",
        "wagtailadmin_dismissibles",
        "wagtailadmin_logout",
        "wagtailadmin_sprite",
        "wagtailadmin_javascript_catalog",
    }
)
FRONT_PAGES = frozenset({"wagtailadmin_home", "wagtailadmin_explore_root"})
SESSIONS = "wagtailadmin_editing_sessions"


class EditingMiddleware:
    """Stands before everything under `PREFIX`; other addresses pass by."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.in_editor = csp_override(POLICY)(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(PREFIX):
            return self.get_response(request)
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        follow_memberships(request.user, request.actor)  # type: ignore[attr-defined]
        response: HttpResponse = self.in_editor(request)
        response["X-Frame-Options"] = "SAMEORIGIN"
        return response

    def process_view(self, request: HttpRequest, *view: Any) -> HttpResponse | None:
        """Hide what isn't on the list. From Wagtail's own front page one is led to our desk."""
        found = request.resolver_match
        if not found or not request.path.startswith(PREFIX):
            return None
        if found.url_name in FRONT_PAGES:
            return redirect("blog:my-desk")
        if not _is_open(found) or not _pages_may_be_known(found, request.actor):  # type: ignore[attr-defined]
            raise Http404
        return None


def _is_open(found: Any) -> bool:
    room = found.namespaces[0] if found.namespaces else ""
    if room in OPEN_ROOMS:
        return found.url_name not in CLOSED
    return room == SESSIONS or found.url_name in OPEN_PAGES


def _pages_may_be_known(found: Any, actor: Actor) -> bool:
    """Whether every page that an address names is one's own; to link to, also a published one."""
    named = {number for key, number in found.kwargs.items() if "page" in key}
    known = writable_spaces(actor)
    if found.url_name == "wagtailadmin_choose_page_child":
        known |= Q(live=True)
    return Page.objects.filter(known, pk__in=named).count() == len(named) if named else True


def follow_memberships(user: User, actor: Actor) -> None:
    """Put an account into the groups that its memberships of today ask for, and out of the others.

    Who writes nowhere finds no editor.
    """
    spaces = Space.objects.filter(place__in=actor.place_ids).select_related("place")
    wanted = {group for space in spaces if (group := _group(space, space.place, actor))}
    if not wanted:
        user.groups.clear()
        raise Http404
    # Every group of this installation is a space's: nothing else gives any permission.
    if set(user.groups.values_list("pk", flat=True)) != wanted:
        user.groups.set(wanted)


def _group(space: Space, place: Place, actor: Actor) -> int | None:
    if can_publish_posts(actor, place):
        return space.publishers_id
    return space.writers_id if can_write_posts(actor, place) else None


def writable_spaces(actor: Actor) -> Q:
    """Which branches somebody writes in, as a condition on pages."""
    spaces = Space.objects.filter(place__in=actor.place_ids).select_related("place")
    inside = Q(pk__in=())
    for space in spaces:
        if can_write_posts(actor, space.place):
            inside |= Q(path__startswith=space.path)
    return inside

"""What every page knows: its frame (`shell`) and the words of the place it speaks for (`words`)."""

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.foundation.places.models import Place
from alongside.foundation.places.vocabulary import words_of


@dataclass(frozen=True, slots=True)
class Link:
    """An entry of a menu; `current` is this page, `around` the part of the site that holds it."""

    text: str
    url: str
    current: bool = False
    around: bool = False


@dataclass(frozen=True, slots=True)
class Shell:
    """The frame around a page, as `ui/base.html` reads it.

    Its addresses are the way up: a page below may lead to them without knowing what lies above it.
    """

    place_name: str = ""
    place_url: str = ""
    workspace_url: str = ""
    history_url: str = ""
    erasing_url: str = ""
    about_url: str = ""
    me_url: str = ""
    events_url: str = ""
    join_url: str = ""
    come_back_url: str = ""
    telling: list[Link] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    account_links: list[Link] = field(default_factory=list)
    notice: str = ""
    footer_links: list[Link] = field(default_factory=list)
    language: str = "en-gb"
    brand: str = "Alongside"
    is_demo: bool = settings.DEMO


def shell(request: HttpRequest) -> dict[str, Any]:
    """Return the frame of the page, worked out only when a template asks for it."""
    place: Place | None = getattr(request, "place", None)
    language = get_language() or "en-gb"
    return {
        "shell": SimpleLazyObject(lambda: _shell_of(request, place, language)),
        "words": SimpleLazyObject(lambda: words_of(place, language)),
        "place": place,
    }


def _shell_of(request: HttpRequest, place: Place | None, language: str) -> Shell:
    return Shell(
        place_name=place.name if place else "",
        place_url=reverse("site:front", args=[place.slug]) if place else "",
        workspace_url=reverse("board:board", args=[place.slug]) if place else "",
        history_url=reverse("site:history", args=[place.slug]) if place else "",
        erasing_url=reverse("erasing:guest", args=[place.slug]) if place else "",
        about_url=reverse("site:about"),
        me_url=reverse("site:me"),
        events_url=reverse("event_desk:list", args=[place.slug]) if place else "",
        join_url=reverse("join:welcome"),
        come_back_url=reverse("site:come-back"),
        telling=_telling(request, place),
        links=_links(request, place),
        account_links=_account_links(request),
        notice=_notice(place),
        footer_links=[
            Link(_("Cases from elsewhere"), reverse("cases:list")),
            Link(_("Privacy and assurance"), reverse("site:assurance")),
            Link(_("Roles and permissions"), reverse("members:roles")),
            Link(_("About the instrument"), reverse("site:about")),
            Link(_("Accessibility"), reverse("site:accessibility")),
            Link(_("Who answers for what"), reverse("site:legal")),
            Link(_("Whom to ask"), reverse("site:contact")),
        ],
        language=language,
    )


def _telling(request: HttpRequest, place: Place | None) -> list[Link]:
    """Desks from which a place asks and tells others, for those whose role opens them."""
    desks = (
        ("questionnaire.edit", _("Questionnaires"), "questionnaires:questionnaires"),
        ("case.write", _("Our cases"), "case_writing:list"),
        ("story.write", _("Blog desk"), "blog_desk:desk"),
        ("gathering.run", _("Events"), "event_desk:list"),
        ("course.run", _("Courses and coaching"), "course_desk:list"),
        ("comments.moderate", _("Comments"), "comments:desk"),
        ("enquiry.answer", _("Messages"), "enquiries:desk"),
    )
    if place is None:
        return []
    may = request.actor.may  # type: ignore[attr-defined]
    return [
        Link(words, reverse(name, args=[place.slug]))
        for permission, words, name in desks
        if may(permission, place.pk)
    ]


def _links(request: HttpRequest, place: Place | None) -> list[Link]:
    if place is None:
        return _links_of_no_place(request)
    links = [(_("Take part"), reverse("site:front", args=[place.slug]))]
    if request.actor.may("workspace.see", place.pk):  # type: ignore[attr-defined]
        links.append((_("Workspace"), reverse("board:board", args=[place.slug])))
    if request.actor.may("national.see_shared", place.pk):  # type: ignore[attr-defined]
        links.append((_("National picture"), reverse("national:picture", args=[place.slug])))
    # Members meet pages of the workspace below the front's address: only for guests it holds them.
    return _marked(links, request.path, parts=links[1:] or links)


def _links_of_no_place(request: HttpRequest) -> list[Link]:
    """The way back to where somebody works, from pages that belong to no place."""
    if not hasattr(request, "actor") or not request.user.is_authenticated:
        return []
    held = frozenset().union(*request.actor.permissions.values())
    url = reverse("site:after-sign-in")
    if "workspace.see" in held:
        return [Link(_("Workspace"), url)]
    return [Link(_("National picture"), url)] if "national.see_shared" in held else []


def _marked(links: list[tuple[str, str]], path: str, *, parts: list[tuple[str, str]]) -> list[Link]:
    """The links, with this page marked, or else the one of the parts that it lies in."""
    holding = next((url for _text, url in parts if path.startswith(url)), "")
    return [
        Link(text, url, current=path == url, around=path != url == holding) for text, url in links
    ]


def _account_links(request: HttpRequest) -> list[Link]:
    links = [(_("Learn"), reverse("site:learn")), (_("Search"), reverse("site:search"))]
    if not hasattr(request, "user") or not request.user.is_authenticated:
        links.append((_("Sign in"), reverse("account_login")))
    else:
        links += [(_("My part"), reverse("site:me")), (_("Sign out"), reverse("account_logout"))]
    return _marked(links, request.path, parts=links)


def _notice(place: Place | None) -> str:
    if place is None:
        return ""
    if place.state == Place.State.PENDING:
        return _(
            "Waiting for the national team's yes: prepare everything, but nobody can be invited "
            "yet, and nobody else sees this."
        )
    if place.is_example:
        return _("Invented example: this partnership, its people and its answers are made up.")
    return ""

"""What those who write see of their place's posts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision, WorkflowState

from alongside.foundation.places.models import Place
from alongside.learning.blog.models import Post, Prose, Written

MOST = 100
PAGE_LINK = re.compile(r'linktype="page"[^>]*?\bid="(\d+)"|\bid="(\d+)"[^>]*?linktype="page"')
ADDRESS = re.compile(r'href="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Line:
    """A post on the desk: its state and languages in words, and what is wrong with it."""

    page: Written
    state: str
    tone: str
    day: datetime | None
    problems: list[str] = field(default_factory=list)
    languages: str = ""


def desk_lines(place: Place) -> Sequence[Line]:
    """Return a place's posts and pages, those that were touched last first."""
    posts = Post.objects.filter(place=place).select_related("picture", "place", "translation_of")
    written: list[Written] = [
        *posts.order_by("-pk")[:MOST],
        *Prose.objects.filter(place=place).select_related("place").order_by("-pk")[:MOST],
    ]
    ids = [str(page.pk) for page in written]
    states, linked = _States(_waiting(ids), _scheduled(ids)), _linked_pages(written)
    lines = [_line(page, states, linked, _languages(page, written)) for page in written]
    return sorted(lines, key=lambda line: str(line.day or ""), reverse=True)


@dataclass(frozen=True, slots=True)
class _States:
    """Numbers of the pages that wait for a review, and times at which others come out."""

    waiting: set[str]
    scheduled: dict[str, datetime]


def _waiting(ids: Sequence[str]) -> set[str]:
    asked = WorkflowState.objects.filter(status=WorkflowState.STATUS_IN_PROGRESS, object_id__in=ids)
    return set(asked.values_list("object_id", flat=True))


def _scheduled(ids: Sequence[str]) -> dict[str, datetime]:
    due = Revision.objects.filter(approved_go_live_at__gt=timezone.now(), object_id__in=ids)
    return dict(due.values_list("object_id", "approved_go_live_at"))


def _line(page: Written, states: _States, linked: dict[int, bool], languages: str) -> Line:
    state, tone = _state(page, states)
    problems = list(_problems(page, linked))
    return Line(page, state, tone, page.latest_revision_created_at, problems, languages)


def _languages(page: Written, written: Sequence[Written]) -> str:
    """Say of what a post is the translation, or into what it has been translated."""
    if not isinstance(page, Post):
        return ""
    if page.translation_of:
        said = {"language": page.get_language_display(), "title": page.translation_of.draft_title}
        return _("%(language)s, a translation of “%(title)s”") % said
    into = [
        one.get_language_display()
        for one in written
        if isinstance(one, Post) and one.translation_of_id == page.pk
    ]
    return _("Translated: %(languages)s") % {"languages": ", ".join(sorted(into))} if into else ""


def _state(page: Written, states: _States) -> tuple[str, str]:
    if str(page.pk) in states.waiting:
        return _("Waiting for review"), "sun"
    if comes_out := states.scheduled.get(str(page.pk)):
        day = date_format(timezone.localtime(comes_out), "DATETIME_FORMAT")
        return _("Comes out on %(day)s") % {"day": day}, "sun"
    if not page.live:
        return _("Draft"), "quiet"
    if page.has_unpublished_changes:
        return _("Published, with changes that aren't"), "warn"
    return _("Published"), "good"


def _problems(page: Written, linked: dict[int, bool]) -> Iterator[str]:
    if isinstance(page, Post) and _is_behind_its_original(page):
        yield _(
            "What it translates was published anew since. See whether it still says the same, "
            "and save it."
        )
    if isinstance(page, Post) and page.picture and not page.picture_says:
        yield _("The picture on top doesn't say what it shows.")
    for block in page.body:
        if block.block_type == "picture":
            yield from _problems_of_picture(block.value["picture"])
        elif block.block_type == "paragraph":
            yield from _problems_of_links(block.value.source, linked)


def _is_behind_its_original(post: Post) -> bool:
    first, touched = post.translation_of, post.latest_revision_created_at
    if first is None or first.last_published_at is None or touched is None:
        return False
    return bool(first.last_published_at > touched)


def _problems_of_picture(picture: object) -> Iterator[str]:
    if picture is None:
        yield _("A picture in the text isn't there any more.")
    elif not getattr(picture, "contextual_alt_text", "") and not getattr(
        picture, "decorative", False
    ):
        yield _("A picture in the text doesn't say what it shows.")


def _problems_of_links(source: str, linked: dict[int, bool]) -> Iterator[str]:
    for pk in _page_ids(source):
        if pk not in linked:
            yield _("A link leads to a page that isn't there any more.")
        elif not linked[pk]:
            yield _("A link leads to a page that isn't published.")
    for address in ADDRESS.findall(source):
        if not _leads_somewhere(address):
            yield _("A link leads nowhere here: %(address)s") % {"address": address}


def _page_ids(source: str) -> list[int]:
    return [int(first or second) for first, second in PAGE_LINK.findall(source)]


def _leads_somewhere(address: str) -> bool:
    """Whether an address of ours has a page behind it; other sites are never asked."""
    path = address.removeprefix(settings.BASE_URL)
    if not path.startswith("/") or path.startswith("//"):
        return True
    try:
        resolve(path.split("?")[0].split("#")[0])
    except Resolver404:
        return False
    return True


def _linked_pages(written: Sequence[Written]) -> dict[int, bool]:
    """Each page that a text links to: whether it is published. One query."""
    ids = {
        pk
        for page in written
        for block in page.body
        if block.block_type == "paragraph"
        for pk in _page_ids(block.value.source)
    }
    return dict(Page.objects.filter(pk__in=ids).values_list("pk", "live"))

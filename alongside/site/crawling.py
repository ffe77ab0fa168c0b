"""For search engines: which pages there are for everybody, and where they need not look.

Invented examples are left out: nobody should come upon them without knowing what they are.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps import views as of_django
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from alongside.foundation.places.doors import open_to_everyone
from alongside.foundation.places.models import Place
from alongside.foundation.search.queries import PublicPage, public_pages

# Pages of somebody's own, and those that only lead on.
NOT_FOR_CRAWLERS = (
    "/accounts/", "/gallery/", "/help/", "/j/", "/me/", "/return/", "/search/", "/sign-in/",
    "/*/answer/", "/*/rate/", "/*/workspace/",
)  # fmt: skip


class Pages(Sitemap[str]):
    """Pages that belong to no place."""

    def items(self) -> Sequence[str]:
        return [
            "site:home",
            "site:about",
            "site:learn",
            "blog:list",
            "cases:list",
            "events:list",
            "site:assurance",
        ]

    def location(self, item: str) -> str:
        return reverse(item)


class Fronts(Sitemap[Place]):
    """The front of each partnership."""

    def items(self) -> QuerySet[Place]:
        shown = Place.objects.partnerships().open_to_the_public()
        return shown.exclude(is_example=True).order_by("slug")

    def location(self, item: Place) -> str:
        return reverse("site:front", args=[item.slug])


class Found(Sitemap[PublicPage]):
    """What search leads everybody to."""

    def items(self) -> Sequence[PublicPage]:
        return public_pages()

    def location(self, item: PublicPage) -> str:
        return item.path

    def lastmod(self, item: PublicPage) -> datetime:
        return item.changed_at


SECTIONS: dict[str, type[Sitemap[Any]] | Sitemap[Any]] = {
    "pages": Pages,
    "partnerships": Fronts,
    "found": Found,
}


@require_safe
@open_to_everyone
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """Which lists of pages there are."""
    return of_django.index(request, SECTIONS, sitemap_url_name="sitemap-section")


@require_safe
@open_to_everyone
def sitemap_section(request: HttpRequest, section: str) -> HttpResponse:
    """One list of pages."""
    return of_django.sitemap(request, SECTIONS, section=section)


@require_safe
@open_to_everyone
def robots(request: HttpRequest) -> HttpResponse:
    """What crawlers need not ask for. It keeps nothing secret: doors do."""
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in NOT_FOR_CRAWLERS)]
    lines += ["", f"Sitemap: {settings.BASE_URL}/sitemap.xml", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")

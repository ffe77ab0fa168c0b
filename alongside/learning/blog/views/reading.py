"""What everybody reads: the list with its filters, a post, a prose page, feeds."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alongside.foundation.discussions.panels import ThreadPanel, thread_panel
from alongside.foundation.places.doors import open_to_everyone, same_for_everybody
from alongside.learning.blog.forms import PostFilterForm
from alongside.learning.blog.models import Post, Prose, Written
from alongside.learning.blog.panels import cards_with, facts_of, related_cards
from alongside.learning.blog.pictures import pictures_in, shown, with_renditions
from alongside.learning.blog.queries.discussed import KIND
from alongside.learning.blog.queries.former import new_path
from alongside.learning.blog.queries.languages import told_in_other_languages
from alongside.learning.blog.queries.posts import (
    Asked,
    choices_to_filter_by,
    described,
    filed_under,
    keys_of_posts,
    post_at,
    prose_at,
    rest_of_series,
    shown_posts,
)

A_PAGE = 12
IN_A_FEED = 20
NOON = time(12)


@same_for_everybody
@require_safe
@open_to_everyone
def posts(request: HttpRequest) -> HttpResponse:
    """Posts, the newest first; filtered by topic, series, author, place, year and words."""
    form = PostFilterForm(request.GET, choices=choices_to_filter_by())
    asked = form.asked()
    page = Paginator(keys_of_posts(asked), A_PAGE).get_page(request.GET.get("page"))
    filters = {key: value for key in form.fields if (value := getattr(asked, key))}
    context = {
        "form": form,
        "filters": filters,
        "spoken": form.spoken(),
        "gone": form.gone(),
        "about": described(asked),
        "page": page,
        "cards": cards_with(list(page)),
        "feed": _with(reverse("blog:feed"), filters),
    }
    return render(request, "blog/posts.html", context)


def _with(path: str, filters: Mapping[str, str]) -> str:
    return f"{path}?{urlencode(filters)}" if filters else path


@same_for_everybody
@require_safe
@open_to_everyone
def post(request: HttpRequest, place: str, slug: str) -> HttpResponse:
    """One post."""
    found = post_at(place, slug)
    if found is None:
        return _led_on(Post, place, slug)
    return render(
        request, "blog/post.html", {**post_context(found), "thread": _thread(found, request)}
    )


def _led_on(model: type[Written], place: str, slug: str) -> HttpResponse:
    path = new_path(model, place, slug)
    if not path:
        raise Http404
    return HttpResponsePermanentRedirect(path)


def _thread(found: Post, request: HttpRequest) -> ThreadPanel:
    thread = thread_panel(found.place, KIND, str(found.pk), request)
    return replace(thread, is_open=thread.is_open and found.is_open_for_comments)


def post_context(found: Post) -> dict[str, Any]:
    """Return what the page of a post shows; also that of a preview."""
    with_renditions(pictures_in(found))
    return {
        "post": found,
        "facts": facts_of(found),
        "authors": [credit.author for credit in found.written_by.all()],
        "topics": [filed.topic for filed in found.filed_under.all()],
        "picture": shown(found.picture, found.picture_says) if found.picture else None,
        "parts": rest_of_series(found),
        "others": told_in_other_languages(found) if found.pk else [],
        "related": related_cards(found) if found.pk else [],
        "canonical": f"{settings.BASE_URL}{found.public_path}",
        "linked_data": _for_search_engines(found),
    }


def _for_search_engines(found: Post) -> str:
    """The post as search engines read it; no character in it can end the script around it."""
    told = {
        "@context": "https://schema.org",
        "@type": "BlogPosting",
        "headline": found.title,
        "description": found.introduction,
        "datePublished": found.dated_on.isoformat(),
        "inLanguage": found.language,
        "author": [
            {"@type": "Person", "name": credit.author.name} for credit in found.written_by.all()
        ],
        "publisher": {"@type": "Organization", "name": found.place.name},
    }
    return json.dumps(told).replace("<", "\\u003c")


@same_for_everybody
@require_safe
@open_to_everyone
def prose(request: HttpRequest, place: str, slug: str) -> HttpResponse:
    """One prose page."""
    found = prose_at(place, slug)
    if found is None:
        return _led_on(Prose, place, slug)
    with_renditions(pictures_in(found))
    return render(request, "blog/prose.html", {"prose": found})


class PostFeed(Atom1Feed):
    """Entries say which language they are in: posts are written in several."""

    def item_attributes(self, item: dict[str, Any]) -> dict[str, str]:
        return {"xml:lang": item["language"]}


@same_for_everybody
@require_safe
@open_to_everyone
def feed(request: HttpRequest) -> HttpResponse:
    """The newest posts as an Atom feed, with the filters of the list."""
    asked = Asked(**{key: request.GET.get(key, "")[:100] for key in Asked.__slots__})
    if asked.year and not asked.year.isdecimal():
        raise Http404
    atom = PostFeed(
        title=_("Alongside: posts"),
        link=f"{settings.BASE_URL}{reverse('blog:list')}",
        description=_("What people and services do together, told by those who do it."),
        feed_url=f"{settings.BASE_URL}{request.get_full_path()}",
        language=settings.LANGUAGE_CODE,
    )
    for found in asked.narrowed(shown_posts()).prefetch_related(filed_under())[:IN_A_FEED]:
        atom.add_item(
            title=found.title,
            link=f"{settings.BASE_URL}{found.public_path}",
            description=found.introduction,
            language=found.language,
            author_name=", ".join(credit.author.name for credit in found.written_by.all()),
            pubdate=datetime.combine(found.dated_on, NOON, UTC),
            categories=[filed.topic.name for filed in found.filed_under.all()],
        )
    return HttpResponse(atom.writeString("utf-8"), content_type="application/atom+xml")

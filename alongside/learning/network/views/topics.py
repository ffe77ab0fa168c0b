"""The first page of the network, lists of topics, one topic, and what its readers do there."""

import uuid
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.foundation.accounts.shown_page import new_token, shown_by
from alongside.foundation.discussions.panels import PARAMETER, page_asked
from alongside.foundation.places.doors import open_to_everyone
from alongside.learning.network.actions import (
    Words,
    accept_answer,
    answer_topic,
    open_topic,
    reopen_topic,
    settle_topic,
)
from alongside.learning.network.drawing import ring_of
from alongside.learning.network.forms import FilterForm, TopicForm, WordsForm
from alongside.learning.network.here import Here, here_of, in_network
from alongside.learning.network.matching import matches_of
from alongside.learning.network.models import Topic
from alongside.learning.network.panels import talk_rows, topic_cards
from alongside.learning.network.queries.connections import (
    LEAST_ANSWERS,
    LEAST_PEOPLE,
    connections_in,
)
from alongside.learning.network.queries.people import circles_for, welcome_of
from alongside.learning.network.queries.topics import (
    comment_in,
    last_page_of,
    talk_below,
    topic_at,
    topics_for,
)
from alongside.learning.network.rules import can_settle_topic

A_PAGE = 24
ON_HOME = 6


@never_cache
@require_safe
@in_network
def home(request: HttpRequest, here: Here) -> HttpResponse:
    """What waits for an answer, what is being talked about, and three first steps."""
    context = {
        "here": here,
        "welcome": welcome_of(here),
        "unanswered": topic_cards(topics_for(here, unanswered=True)[:ON_HOME]),
        "lately": topic_cards(topics_for(here)[:ON_HOME]),
        "kinds": _kinds(),
    }
    return render(request, "network/home.html", context)


@never_cache
@require_safe
@in_network
def topics(request: HttpRequest, here: Here) -> HttpResponse:
    """Every topic, by kind and words."""
    form = FilterForm(request.GET)
    chosen = form.chosen()
    found = topics_for(here, kind=chosen["kind"], words=chosen["q"])
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "cards": topic_cards(page),
        "filters": {key: value for key, value in chosen.items() if value},
        "kinds": _kinds(),
    }
    return render(request, "network/topics.html", context)


def _kinds() -> list[dict[str, Any]]:
    told = {
        Topic.Kind.QUESTION: _("Ask a question"),
        Topic.Kind.TALK: _("Begin a discussion"),
        Topic.Kind.ASK: _("Look for something"),
        Topic.Kind.OFFER: _("Offer something"),
        Topic.Kind.TO_VISIT: _("Ask for a visit"),
        Topic.Kind.HOST: _("Invite visitors"),
    }
    return [{"key": kind.value, "words": words} for kind, words in told.items()]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def new(request: HttpRequest, here: Here, kind: str) -> HttpResponse:
    """Ask, offer, or begin to talk."""
    if kind not in Topic.Kind.values:
        raise Http404
    circles = circles_for(here)
    form = TopicForm(
        request.POST if request.method == "POST" else None,
        initial={"token": new_token(), "circle": request.GET.get("circle", "")},
        kind=kind,
        circles=circles,
    )
    if form.is_valid():
        typed = form.cleaned_data
        topic = open_topic(
            here,
            kind=kind,
            title=typed["title"],
            words=_words(typed),
            circle=next((one for one in circles if one.slug == typed["circle"]), None),
            is_public=typed["circle"] == "public",
        )
        if not topic.opening.is_shown:
            messages.info(request, _("Somebody looks at it before others read it."))
            return redirect("discussions:mine")
        return redirect("network:topic", topic.public_id)
    title = next(one["words"] for one in _kinds() if one["key"] == kind)
    context = {"form": form, "title": title, "nation": here.nation}
    return render(request, "network/new.html", context, status=422 if form.is_bound else 200)


def _words(typed: dict[str, Any]) -> Words:
    key = shown_by(typed["token"]).key
    return Words(typed["text"].strip(), get_language() or "en-gb", key)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@open_to_everyone
def topic(request: HttpRequest, topic: uuid.UUID) -> HttpResponse:
    """One topic with what was said; everybody reads those that are for everybody."""
    here = here_of(request.actor) if request.user.is_authenticated else None  # type: ignore[attr-defined]
    found = topic_at(here, topic)
    if found is None and here is not None:
        found, here = topic_at(None, topic), None
    if found is None and not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if found is None:
        raise Http404
    request.is_example_network = found.place.is_example  # type: ignore[attr-defined]
    if here is None:
        if request.method == "POST":
            raise Http404
        return _page(request, found, None, None)
    form = WordsForm(request.POST if request.method == "POST" else None, initial=_fresh())
    if form.is_valid():
        said = answer_topic(here, found, words=_words(form.cleaned_data))
        if not said.is_shown:
            messages.info(request, _("Somebody looks at it before others read it."))
        number = last_page_of(found)
        return redirect(f"{found.thread.path}?{PARAMETER}={number}#c-{said.public_id}")
    return _page(request, found, here, form)


def _fresh() -> dict[str, str]:
    return {"token": new_token()}


def _page(
    request: HttpRequest, found: Topic, here: Here | None, form: WordsForm | None
) -> HttpResponse:
    number = page_asked(request)
    talk = talk_below(found, here, number)
    rows = talk_rows(found, talk, here)
    context = {
        "topic": found,
        "here": here,
        "form": form,
        "rows": rows,
        "before": f"?{PARAMETER}={number - 1}" if number > 1 else "",
        "after": f"?{PARAMETER}={number + 1}" if talk.has_more else "",
        "accepted": next((row for row in rows if row["is_accepted"]), None),
        "matches": topic_cards(matches_of(found)) if here else [],
        "may_settle": bool(here) and can_settle_topic(here.by, found),  # type: ignore[union-attr]
    }
    status = 422 if form is not None and form.is_bound else 200
    return render(request, "network/topic.html", context, status=status)


@require_POST
@in_network
def accept(request: HttpRequest, here: Here, topic: uuid.UUID, comment: uuid.UUID) -> HttpResponse:
    """Say that this answers the question."""
    found = _readable(here, topic)
    answer = comment_in(found, comment)
    if answer is None:
        raise Http404
    accept_answer(here, found, answer)
    messages.success(request, _("Thank you. Others with the same question see it first."))
    return redirect(f"{found.thread.path}#c-{answer.public_id}")


@require_POST
@in_network
def settle(request: HttpRequest, here: Here, topic: uuid.UUID) -> HttpResponse:
    """Say that it is done; or begin again."""
    found = _readable(here, topic)
    if found.is_open:
        settle_topic(here, found)
    else:
        reopen_topic(here, found)
    return redirect("network:topic", found.public_id)


def _readable(here: Here, public_id: uuid.UUID) -> Topic:
    found = topic_at(here, public_id)
    if found is None:
        raise Http404
    return found


@never_cache
@require_safe
@in_network
def connections(request: HttpRequest, here: Here) -> HttpResponse:
    """Which partnerships answered each other: a picture, and the same as a table."""
    found = connections_in(here)
    context = {
        "connections": found,
        "ring": ring_of(found),
        "heads": [_("Partnership"), _("Partnership"), {"text": _("Answers"), "numeric": True}],
        "rows": [[one.one, one.other, {"text": one.answers, "numeric": True}] for one in found],
        "answers": LEAST_ANSWERS,
        "people": LEAST_PEOPLE,
    }
    return render(request, "network/connections.html", context)

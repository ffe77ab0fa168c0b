"""The directory, one's own profile, circles; and care: blocking, reporting, looking after it."""

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.foundation.discussions.panels import line_of
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.places.models import Place
from alongside.learning.network.actions import (
    block,
    join_circle,
    keep_profile,
    leave_circle,
    make_circle,
    report,
    settle_reports,
    unblock,
    withdraw_profile,
)
from alongside.learning.network.actions.circles import space_of
from alongside.learning.network.forms import CircleForm, FilterForm, ProfileForm, ReportForm
from alongside.learning.network.here import Here, in_network
from alongside.learning.network.models import Circle, Profile
from alongside.learning.network.panels import profile_cards, topic_cards
from alongside.learning.network.queries.people import (
    circle_at,
    circles_for,
    comment_reported,
    own_profile,
    profile_at,
    profiles_in,
    reported_in,
)
from alongside.learning.network.queries.topics import (
    blocked_by,
    comment_in,
    topic_at,
    topics_for,
    topics_in,
)

A_PAGE = 30


@never_cache
@require_safe
@in_network
def people(request: HttpRequest, here: Here) -> HttpResponse:
    """Who is in the directory, by their own choice."""
    words = FilterForm(request.GET).chosen()["q"]
    page = Paginator(profiles_in(here, words), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "cards": profile_cards(page),
        "page": page,
        "typed": words,
        "form": FilterForm(request.GET),
        "own": own_profile(here),
        "nation": here.nation,
    }
    return render(request, "network/people.html", context)


@never_cache
@require_safe
@in_network
def profile(request: HttpRequest, here: Here, short_name: str) -> HttpResponse:
    """What somebody tells of themselves, and what they began."""
    found = _somebody(here, short_name)
    topics = topics_for(here).filter(opening__author=found.author)[:10]
    context = {
        "card": profile_cards([found])[0],
        "topics": topic_cards(topics),
        "is_me": found.author_id == here.author.pk,
        "is_blocked": found.author_id in blocked_by(here),
    }
    return render(request, "network/profile.html", context)


def _somebody(here: Here, short_name: str) -> Profile:
    found = profile_at(here, short_name)
    if found is None:
        raise Http404
    return found


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def mine(request: HttpRequest, here: Here) -> HttpResponse:
    """What I tell of myself."""
    own = own_profile(here)
    kept = ("who_i_am", "can_help_with", "looking_for", "in_picture")
    initial = {key: getattr(own, key) for key in kept} if own else {}
    form = ProfileForm(
        request.POST if request.method == "POST" else None,
        initial={"name": here.author.name, "agreed": own is not None, **initial},
    )
    if form.is_valid():
        typed = {key: value for key, value in form.cleaned_data.items() if key != "agreed"}
        saved = keep_profile(here, **typed)
        messages.success(request, _("You are in the directory."))
        return redirect("network:profile", saved.short_name)
    context = {"form": form, "own": own}
    return render(request, "network/mine.html", context, status=422 if form.is_bound else 200)


@require_POST
@in_network
def withdraw(request: HttpRequest, here: Here) -> HttpResponse:
    """Take oneself out of the directory."""
    withdraw_profile(here)
    messages.success(request, _("You are out of the directory. What you told there is deleted."))
    return redirect("network:people")


@require_POST
@in_network
def block_somebody(request: HttpRequest, here: Here, short_name: str) -> HttpResponse:
    """Not to read somebody any more; or to read them again."""
    found = _somebody(here, short_name)
    if found.author_id in blocked_by(here):
        unblock(here, found.author)
    else:
        block(here, found.author)
    return redirect("network:profile", found.short_name)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def circles(request: HttpRequest, here: Here) -> HttpResponse:
    """Interest groups and partnership spaces; begin one."""
    form = CircleForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            made = make_circle(here, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error("name", refusal.words)
        else:
            return redirect("network:circle", made.slug)
    listed = circles_for(here)
    begun = {one.place_id for one in listed}
    missing = Place.objects.filter(pk__in=set(here.partnerships) - begun).order_by("name")
    context = {"form": form, "circles": listed, "missing": missing if here.partnerships else []}
    return render(request, "network/circles.html", context, status=422 if form.is_bound else 200)


@require_POST
@in_network
def begin_space(request: HttpRequest, here: Here, partnership: str) -> HttpResponse:
    """Begin the space of one's own partnership."""
    found = Place.objects.filter(pk__in=here.partnerships, slug=partnership).first()
    if found is None:
        raise Http404
    made = space_of(found)
    join_circle(here, made)
    return redirect("network:circle", made.slug)


@never_cache
@require_safe
@in_network
def circle(request: HttpRequest, here: Here, circle: str) -> HttpResponse:
    """One circle with its topics."""
    found = _circle(here, circle)
    page = Paginator(topics_in(here, found), A_PAGE).get_page(request.GET.get("page"))
    context = {"circle": found, "page": page, "cards": topic_cards(page)}
    return render(request, "network/circle.html", context)


@require_POST
@in_network
def join(request: HttpRequest, here: Here, circle: str) -> HttpResponse:
    """Be in a circle; or leave it."""
    found = _circle(here, circle)
    if found.is_mine:  # type: ignore[attr-defined] # annotated
        leave_circle(here, found)
    else:
        join_circle(here, found)
    return redirect("network:circle", found.slug)


def _circle(here: Here, slug: str) -> Circle:
    found = circle_at(here, slug)
    if found is None:
        raise Http404
    return found


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@in_network
def tell_moderators(
    request: HttpRequest, here: Here, topic: uuid.UUID, comment: uuid.UUID
) -> HttpResponse:
    """Report a comment."""
    found = topic_at(here, topic)
    told = comment_in(found, comment) if found else None
    if found is None or told is None:
        raise Http404
    form = ReportForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        report(here, told, **form.cleaned_data)
        messages.success(request, _("Thank you. A moderator looks at it."))
        return redirect("network:topic", found.public_id)
    context = {"form": form, "topic": found, "line": line_of(told)}
    return render(request, "network/report.html", context, status=422 if form.is_bound else 200)


@never_cache
@require_safe
@in_network
def reports(request: HttpRequest, here: Here) -> HttpResponse:
    """What was reported; for those who look after the network."""
    if not here.looks_after:
        raise Refusal("not_allowed", _("Your role here doesn't open this page."))
    rows = [{"line": line_of(r.comment), "reports": r.reports} for r in reported_in(here)]
    return render(request, "network/reports.html", {"rows": rows})


@require_POST
@in_network
def settle_report(request: HttpRequest, here: Here, comment: uuid.UUID) -> HttpResponse:
    """Note that somebody has looked."""
    found = comment_reported(here, comment)
    if found is None:
        raise Http404
    settle_reports(here, found)
    return redirect("network:reports")

"""Courses as everybody reads them, and joining one."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from alongside.foundation.gatherings.forms import BookingForm
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.places.doors import actor_of, for_account_holders, open_to_everyone
from alongside.learning.coaching.actions.joining import NOT_FOR_YOU, join_cohort
from alongside.learning.coaching.models import Cohort, Course
from alongside.learning.coaching.panels import cohort_card, releases_told
from alongside.learning.coaching.queries.courses import (
    announced_cohorts,
    announced_course,
    cohort_in,
    cohorts_of,
)
from alongside.learning.coaching.queries.joining import own_plan_in, persons_who_may_join
from alongside.learning.coaching.queries.progress import releases_of

A_PAGE = 20


@require_safe
@open_to_everyone
def courses(request: HttpRequest) -> HttpResponse:
    """Cohorts of all courses, those still to come first."""
    page = Paginator(announced_cohorts(), A_PAGE).get_page(request.GET.get("page"))
    context = {"cards": [cohort_card(one) for one in page], "page": page}
    return render(request, "coaching/courses.html", context)


@never_cache
@require_safe
@open_to_everyone
def course(request: HttpRequest, place: str, course: str) -> HttpResponse:
    """What a course is, its cohorts, and what changed for those who took it."""
    found = _course(place, course)
    request.place = found.place  # type: ignore[attr-defined]
    announced = [one for one in cohorts_of(found) if one.state != Cohort.State.DRAFT]
    context = {
        "course": found,
        "cards": [cohort_card(one) for one in announced],
        "told": _told_of_latest(announced),
    }
    return render(request, "coaching/course.html", context)


def _told_of_latest(cohorts: list[Cohort]) -> list[dict[str, Any]]:
    """What changed for the last cohort of which anything is frozen; looked for in the last three."""
    for cohort in cohorts[:3]:
        if told := releases_told(releases_of(cohort)):
            return [{**one, "cohort": cohort.name} for one in told]
    return []


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@for_account_holders
def join(request: HttpRequest, place: str, course: str, number: int) -> HttpResponse:
    """Say that one comes: every day is booked at once, and the plan begins."""
    found = _course(place, course)
    cohort = cohort_in(found, number)
    if cohort is None or cohort.state == Cohort.State.DRAFT:
        raise Http404
    request.place = found.place  # type: ignore[attr-defined]
    by = actor_of(request)
    if (known := own_plan_in(cohort, by)) is not None:
        return redirect("plans:plan", known.public_id)
    persons = persons_who_may_join(cohort, by)
    if request.method == "POST" and not persons:
        raise Refusal("not_for_you", NOT_FOR_YOU)
    form = BookingForm(
        request.POST if request.method == "POST" else None,
        initial={"name": persons[0].name, "email": request.user.email} if persons else {},  # type: ignore[union-attr]
    )
    if form.is_valid():
        key = form.cleaned_data["submission_key"]
        plan = join_cohort(cohort, form.wish(), submission_key=key, by=by)
        messages.success(request, _("You are on the course, and this is your plan."))
        return redirect("plans:plan", plan.public_id)
    context = {
        "course": found,
        "cohort": cohort,
        "card": cohort_card(cohort),
        "form": form,
        "person": persons[0] if persons else None,
    }
    return render(request, "coaching/join.html", context, status=422 if form.is_bound else 200)


def _course(place: str, slug: str) -> Course:
    found = announced_course(place, slug)
    if found is None:
        raise Http404
    return found

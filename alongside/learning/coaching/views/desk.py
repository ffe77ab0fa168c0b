"""The desk of those who run courses: describe, open, see who joins, find coaches."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.foundation.places.doors import actor_of, in_workspace, in_workspace_at
from alongside.foundation.places.models import Place
from alongside.learning.coaching.actions.courses import (
    change_course,
    choose_days,
    make_course,
    move_cohort,
    prepare_cohort,
)
from alongside.learning.coaching.actions.pairing import pair
from alongside.learning.coaching.forms.courses import CoachForm, CohortForm, CourseForm, DaysForm
from alongside.learning.coaching.models import Cohort, Course
from alongside.learning.coaching.panels import cohort_card, releases_told
from alongside.learning.coaching.queries.courses import (
    cohort_in,
    cohorts_of,
    course_in,
    courses_in,
    days_to_choose,
)
from alongside.learning.coaching.queries.pairing import coach_of, coaches_for, coaches_of_all
from alongside.learning.coaching.queries.progress import (
    people_in,
    plans_of,
    progress_of,
    releases_of,
)
from alongside.learning.coaching.rules import TRANSITIONS

A_PAGE = 30
View = Callable[..., HttpResponse]


_at_course = in_workspace_at("course.run", named="course", find=course_in)


def _at_cohort(view: View) -> View:
    """Hand the view a cohort of a course, for those who run it."""

    @wraps(view)
    def found(request: HttpRequest, course: Course, number: int, **kwargs: Any) -> HttpResponse:
        known = cohort_in(course, number)
        if known is None:
            raise Http404
        return view(request, known, **kwargs)

    return _at_course(found)


@require_safe
@in_workspace("course.run")
def courses(request: HttpRequest, place: Place) -> HttpResponse:
    """The courses of a place, with how many people are in them."""
    page = Paginator(courses_in(place), A_PAGE).get_page(request.GET.get("page"))
    return render(request, "coaching/desk/courses.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace("course.run")
def new(request: HttpRequest, place: Place) -> HttpResponse:
    """Describe a new course."""
    form = CourseForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        made = make_course(place, **form.cleaned_data, by=actor_of(request))
        return redirect("course_desk:course", place.slug, made.slug)
    context = {"form": form, "course": None}
    return render(request, "coaching/desk/edit.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@_at_course
def edit(request: HttpRequest, course: Course) -> HttpResponse:
    """Say something else of it."""
    initial = {"title": course.title, "what": course.what, "for_whom": course.for_whom}
    form = CourseForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        change_course(course, **form.cleaned_data, by=actor_of(request))
        messages.success(request, _("Saved."))
        return redirect("course_desk:course", course.place.slug, course.slug)
    context = {"form": form, "course": course}
    return render(request, "coaching/desk/edit.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@_at_course
def course(request: HttpRequest, course: Course) -> HttpResponse:
    """A course with its cohorts; and the beginning of the next."""
    form = CohortForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        made = prepare_cohort(course, **form.cleaned_data, by=actor_of(request))
        return redirect("course_desk:days", course.place.slug, course.slug, made.number)
    context = {
        "course": course,
        "cards": [cohort_card(one) for one in cohorts_of(course)],
        "form": form,
    }
    status = 422 if form.is_bound else 200
    return render(request, "coaching/desk/course.html", context, status=status)


@never_cache
@require_safe
@_at_cohort
def cohort(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """Who is in it, who coaches them, and how it gets on in numbers."""
    page = Paginator(people_in(cohort), A_PAGE).get_page(request.GET.get("page"))
    coaches = coaches_of_all([plan.pk for plan in page])
    context = {
        "cohort": cohort,
        "card": cohort_card(cohort),
        "rows": [{"plan": plan, "coach": coaches.get(plan.pk)} for plan in page],
        "page": page,
        "progress": progress_of(cohort),
        "told": releases_told(releases_of(cohort)),
        "verbs": {verb for state, verb in TRANSITIONS if state == cohort.state},
    }
    return render(request, "coaching/desk/cohort.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@_at_cohort
def days(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """Choose the days of a cohort among what is announced."""
    chosen = [str(one.gathering.public_id) for one in cohort.days.all()]
    gatherings = days_to_choose(cohort)
    data = request.POST if request.method == "POST" else None
    form = DaysForm(data, gatherings=gatherings, initial={"days": chosen})
    if form.is_valid():
        choose_days(cohort, form.chosen(), by=actor_of(request))
        return redirect(_page_of(cohort))
    context = {"cohort": cohort, "form": form, "has_days": bool(gatherings)}
    return render(request, "coaching/desk/days.html", context, status=422 if form.is_bound else 200)


@require_POST
@_at_cohort
def move(request: HttpRequest, cohort: Cohort) -> HttpResponse:
    """Open it to whoever wants to join, or close it."""
    move_cohort(cohort, request.POST.get("verb", ""), by=actor_of(request))
    messages.success(request, _("Saved."))
    return redirect(_page_of(cohort))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@_at_cohort
def coach(request: HttpRequest, cohort: Cohort, plan: UUID) -> HttpResponse:
    """Find somebody a coach."""
    found = plans_of(cohort).filter(public_id=plan).select_related("person", "place").first()
    if found is None:
        raise Http404
    found.cohort = cohort
    now = coach_of(found)
    data = request.POST if request.method == "POST" else None
    initial = {"coach": str(now.public_id) if now else ""}
    form = CoachForm(data, coaches=coaches_for(found), initial=initial)
    if form.is_valid():
        pair(found, form.chosen(), by=actor_of(request))
        messages.success(request, _("Both are told."))
        return redirect(_page_of(cohort))
    context = {"cohort": cohort, "plan": found, "form": form, "coach": now}
    return render(
        request, "coaching/desk/coach.html", context, status=422 if form.is_bound else 200
    )


def _page_of(cohort: Cohort) -> str:
    args = [cohort.place.slug, cohort.course.slug, cohort.number]
    return reverse("course_desk:cohort", args=args)

"""Plans: one's own, those one coaches, and the partnership's."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.foundation.history.refusal import Refusal
from alongside.foundation.initiatives.models import Initiative
from alongside.foundation.places.doors import actor_of, for_account_holders
from alongside.learning.coaching.actions.joining import leave_cohort
from alongside.learning.coaching.actions.plans import look_back, plan_action, say_aim
from alongside.learning.coaching.forms.plans import ActionForm, AimForm, LookBackForm
from alongside.learning.coaching.panels import day_of
from alongside.learning.coaching.queries.plans import (
    Held,
    dates_of,
    days_booked,
    holder_told,
    owners_for,
    plan_at,
    planned_in,
    plans_for,
    title_of,
)
from alongside.learning.coaching.rules import Standing, can_change_plan

A_PAGE = 20
View = Callable[..., HttpResponse]


def at_plan(view: View) -> View:
    """Hand the view the plan at the address as `Held`; for everybody else it isn't there."""

    @wraps(view)
    def found(request: HttpRequest, plan: UUID, **kwargs: Any) -> HttpResponse:
        held = plan_at(actor_of(request), plan)
        if held is None:
            raise Http404
        request.place = held.plan.place  # type: ignore[attr-defined]
        return view(request, held, **kwargs)

    return for_account_holders(found)


@never_cache
@require_safe
@for_account_holders
def mine(request: HttpRequest) -> HttpResponse:
    """Every plan that I hold, coach, or read as a member."""
    by = actor_of(request)
    page = Paginator(plans_for(by), A_PAGE).get_page(request.GET.get("page"))
    own = set(by.persons.values())
    rows = [
        {
            "plan": one,
            "title": title_of(one),
            "holder": holder_told(one),
            "is_mine": one.person_id in own,
        }
        for one in page
    ]
    return render(request, "coaching/plans.html", {"rows": rows, "page": page})


@never_cache
@require_safe
@at_plan
def plan(request: HttpRequest, held: Held) -> HttpResponse:
    """The plan: what is to be done, who helps, and when to look back."""
    found = held.plan
    days = [
        {"day": day_of(one.day.gathering), "booking": one.booking} for one in days_booked(found)
    ]
    context = {
        **_told_of(held),
        "planned": planned_in(found),
        "days": days,
        "dates": dates_of(found),
        "is_holder": held.standing is Standing.HOLDER,
        "is_reader": held.standing is Standing.READER,
        "can_change": can_change_plan(found, held.standing),
    }
    return render(request, "coaching/plan.html", context)


def _told_of(held: Held) -> dict[str, Any]:
    plan = held.plan
    return {"plan": plan, "coach": held.coach, "title": title_of(plan), "holder": holder_told(plan)}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@at_plan
def aim(request: HttpRequest, held: Held) -> HttpResponse:
    """Say what shall be different."""
    _for_holders(held)
    data = request.POST if request.method == "POST" else None
    form = AimForm(data, initial={"aim": held.plan.aim})
    if form.is_valid():
        say_aim(held.plan, aim=form.cleaned_data["aim"], by=actor_of(request))
        return redirect("plans:plan", held.plan.public_id)
    context = {**_told_of(held), "form": form}
    return render(request, "coaching/aim.html", context, status=422 if form.is_bound else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@at_plan
def new(request: HttpRequest, held: Held) -> HttpResponse:
    """Put something to do into the plan."""
    _for_holders(held)
    initiatives = Initiative.objects.in_place(held.plan.place).order_by("title", "pk")
    form = ActionForm(
        request.POST if request.method == "POST" else None,
        initiatives=list(initiatives[:500]),
        owners=owners_for(held.plan),
    )
    if form.is_valid():
        plan_action(held.plan, **form.planned(), by=actor_of(request))
        messages.success(request, _("It is in the plan."))
        return redirect("plans:plan", held.plan.public_id)
    context = {**_told_of(held), "form": form}
    return render(request, "coaching/action.html", context, status=422 if form.is_bound else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@at_plan
def look_back_page(request: HttpRequest, held: Held, when: str) -> HttpResponse:
    """Say how far one came, and what changed."""
    _for_holders(held)
    date = next((one for one in dates_of(held.plan) if one.when == when), None)
    if date is None:
        raise Http404
    kept = ("how_far", "what_changed", "what_helped", "may_tell")
    initial = {name: getattr(date.given, name) for name in kept} if date.given else {}
    form = LookBackForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        look_back(held.plan, when=when, **form.cleaned_data, by=actor_of(request))
        messages.success(request, _("Kept. Thank you for looking back."))
        return redirect("plans:plan", held.plan.public_id)
    context = {**_told_of(held), "form": form, "date": date, "planned": planned_in(held.plan)}
    return render(request, "coaching/look_back.html", context, status=422 if form.is_bound else 200)


@require_POST
@at_plan
def leave(request: HttpRequest, held: Held) -> HttpResponse:
    """Give one's days back, and end."""
    leave_cohort(held.plan, by=actor_of(request))
    messages.success(request, _("You have left the course. Your days went to whoever waits."))
    return redirect("plans:mine")


def _for_holders(held: Held) -> None:
    if not can_change_plan(held.plan, held.standing):
        raise Refusal("not_allowed", _("Only whoever holds this plan can change it."))

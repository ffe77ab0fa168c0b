"""My part: what I am in each place, what I took part in, taking it along, and being erased."""

from typing import Any, cast

from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside.foundation.accounts.models import User
from alongside.foundation.consent.actions import erase_account, erase_seat
from alongside.foundation.consent.models import Activity
from alongside.foundation.consent.queries import (
    kept_about_seat,
    kept_about_user,
    participations_of,
)
from alongside.foundation.members.actions import choose_ward
from alongside.foundation.members.actors import actor_of_seat
from alongside.foundation.members.forms import WardForm
from alongside.foundation.members.models import (
    Group,
    Membership,
    MembershipQuerySet,
    Person,
    Seat,
)
from alongside.foundation.members.panels import hat_in_words
from alongside.foundation.members.queries import is_only_lead
from alongside.foundation.members.seats import COOKIE, seat_of_cookies
from alongside.foundation.places.doors import for_account_holders, open_to_everyone
from alongside.foundation.places.models import Ward
from alongside.foundation.places.vocabulary import words_of
from alongside.site.activity_doors import door_of


@require_safe
@open_to_everyone
def me(request: HttpRequest) -> HttpResponse:
    """For an account holder: memberships and activities. For a guest: the seat on this device."""
    if request.user.is_authenticated:
        return render(request, "site/me.html", _mine(request))
    seat = seat_of_cookies(request.COOKIES)
    return render(request, "site/me_guest.html", _of_seat(seat) if seat else {})


def _account(request: HttpRequest) -> User:
    return cast("User", request.user)


def _own_hats(request: HttpRequest) -> MembershipQuerySet:
    own = Membership.objects.unscoped(reason="an account's own memberships, in all its places")
    mine = own.filter(person__user=_account(request)).on(timezone.localdate())
    return mine.select_related("place", "ward")


def _mine(request: HttpRequest) -> dict[str, Any]:
    listed = Ward.objects.visible_to(request.actor).standing()  # type: ignore[attr-defined]
    with_wards = set(listed.values_list("place_id", flat=True))
    rows = [
        {
            "place": m.place,
            "words": hat_in_words(m, words_of(m.place)),
            "hat": m,
            "may_have_ward": m.group == Group.ELECTED and m.place_id in with_wards,
        }
        for m in _own_hats(request).order_by("place__name", "pk")
    ]
    activities = [
        {"participation": p, "url": door_of(p.activity)}
        for p in participations_of(_account(request))
    ]
    return {"memberships": rows, "activities": activities}


@require_http_methods(["GET", "HEAD", "POST"])
@for_account_holders
def my_ward(request: HttpRequest, *, number: int) -> HttpResponse:
    """Say which ward I am elected for; the brief then tells what happens there."""
    hat = get_object_or_404(_own_hats(request).filter(group=Group.ELECTED), pk=number)
    form = WardForm(request.POST or None, place=hat.place, now=hat.ward)
    if form.is_valid():
        choose_ward(hat, ward=form.cleaned_data.get("ward"), by=request.actor)  # type: ignore[attr-defined]
        messages.success(request, _("Saved."))
        return redirect("site:me")
    return render(request, "site/my_ward.html", {"form": form, "hat": hat})


def _of_seat(seat: Seat) -> dict[str, Any]:
    activity = Activity.objects.in_place(seat.place).filter(pk=seat.activity_id).first()
    return {"seat": seat, "activity": activity, "url": door_of(activity) if activity else None}


@require_safe
@open_to_everyone
def take_along(request: HttpRequest) -> HttpResponse:
    """Everything that is kept about me, as a file, made from the data map."""
    seat = None if request.user.is_authenticated else seat_of_cookies(request.COOKIES)
    if request.user.is_authenticated:
        kept: Any = kept_about_user(_account(request))
    elif seat is not None:
        kept = [{"place": seat.place.name, "kept": kept_about_seat(seat)}]
    else:
        return redirect("account_login")
    made = {"made_at": timezone.now(), "places": kept}
    response = JsonResponse(made, json_dumps_params={"indent": 2, "ensure_ascii": False})
    response["Content-Disposition"] = 'attachment; filename="my-part.json"'
    response["Cache-Control"] = "no-store"
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@open_to_everyone
def erase(request: HttpRequest) -> HttpResponse:
    """Say what goes and what stays, to an account holder or to a guest; then erase."""
    seat = None if request.user.is_authenticated else seat_of_cookies(request.COOKIES)
    if seat is None and not request.user.is_authenticated:
        return redirect_to_login(request.get_full_path())
    if request.method != "POST" or request.POST.get("sure") != "yes":
        has_errors = request.method == "POST"
        context = {"has_errors": has_errors, "seat": seat, "led_alone": _led_alone(request)}
        return render(request, "site/erase.html", context, status=422 if has_errors else 200)
    if seat is not None:
        erase_seat(seat, by=actor_of_seat(seat, request_id=request.id))  # type: ignore[attr-defined]
    else:
        erase_account(_account(request), by=request.actor)  # type: ignore[attr-defined]
        logout(request)
    messages.success(request, _("You are erased. What was counted stands, without your name."))
    response = redirect("site:home")
    if seat is not None:
        response.delete_cookie(COOKIE)
    return response


def _led_alone(request: HttpRequest) -> list[str]:
    """Return the names of the partnerships that nobody could open any more."""
    if not request.user.is_authenticated:
        return []
    persons = Person.objects.unscoped(reason="an account's own persons, in all its places")
    own = persons.filter(user=_account(request)).select_related("place")
    return [person.place.name for person in own if is_only_lead(person)]

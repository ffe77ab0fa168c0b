"""Erase somebody at their wish: a member by name, a guest by their three words."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth import logout
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.foundation.accounts.attempts import attempts_exhausted, record_failure
from alongside.foundation.accounts.codes import CodeKind
from alongside.foundation.accounts.network import network_of
from alongside.foundation.consent.actions import erase_member, erase_seat
from alongside.foundation.consent.forms import EraseGuestForm, EraseMemberForm
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.models import Contact, Person, Seat
from alongside.foundation.members.queries import former_people_of, is_only_lead
from alongside.foundation.members.seats import seat_of_words
from alongside.foundation.places.doors import in_workspace
from alongside.foundation.places.models import Place

PEOPLE_A_PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace("members.invite")
def guest(request: HttpRequest, place: Place) -> HttpResponse:
    """Erase a guest who tells their three words; and find people who are no members any more."""
    form = EraseGuestForm(request.POST or None)
    if form.is_valid():
        seat = _seat_of(request, place, form.cleaned_data["words"])
        if seat is not None:
            erase_seat(seat, by=request.actor)  # type: ignore[attr-defined]
            messages.success(request, _("Erased. Their three words open nothing any more."))
            return redirect("erasing:guest", place=place.slug)
        form.add_error("words", _("These words belong to nobody here. Check each one."))
    page = Paginator(former_people_of(place), PEOPLE_A_PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "people": _with_names(place, list(page))}
    return render(request, "consent/erase_guest.html", context, status=422 if form.errors else 200)


def _with_names(place: Place, people: list[Person]) -> list[tuple[Person, str]]:
    contacts = Contact.objects.in_place(place).filter(person__in=people)
    addresses = dict(contacts.values_list("person_id", "email"))
    return [(person, _called(person, addresses.get(person.pk, ""))) for person in people]


def _seat_of(request: HttpRequest, place: Place, words: str) -> Seat | None:
    network = network_of(request)
    if attempts_exhausted(CodeKind.RETURN, network):
        said = _("There were too many tries from here. Please wait a quarter of an hour.")
        raise Refusal("too_many_tries", said, status=429)
    seat = seat_of_words(words)
    if seat is not None and seat.place_id == place.pk:
        return seat
    record_failure(CodeKind.RETURN, network)
    return None


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace("members.invite")
def member(request: HttpRequest, place: Place, *, person: UUID) -> HttpResponse:
    """Say what goes and what stays; erase once the name was typed."""
    people = Person.objects.visible_to(request.actor).filter(place=place, erased_at=None)  # type: ignore[attr-defined]
    found = get_object_or_404(people.select_related("place"), public_id=person)
    contact = Contact.objects.in_place(place).filter(person=found).first()
    called = _called(found, contact.email if contact else "")
    form = EraseMemberForm(request.POST or None, expected=called)
    is_self = request.actor.persons.get(place.pk) == found.pk  # type: ignore[attr-defined]
    if form.is_valid():
        erase_member(found, by=request.actor)  # type: ignore[attr-defined]
        if is_self:
            logout(request)
        messages.success(request, _("Erased. What was counted stands, without a name."))
        return redirect("/") if is_self else redirect("members:list", place=place.slug)
    context = {
        "form": form,
        "called": called,
        "address": contact.email if contact else "",
        "is_self": is_self,
        "is_only_lead": is_only_lead(found),
    }
    return render(request, "consent/erase_member.html", context, status=422 if form.errors else 200)


def _called(person: Person, address: str) -> str:
    """Return by what somebody is known here, to be typed again."""
    return person.name or address or _("nameless")

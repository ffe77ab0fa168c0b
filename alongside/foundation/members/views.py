"""Pages of members: who may do what, who is here, inviting, and ending a membership."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.foundation.members.actions import (
    choose_ward,
    end_membership,
    invite_person,
    send_invitation,
    withdraw_invitation,
)
from alongside.foundation.members.forms import InviteForm, WardForm
from alongside.foundation.members.models import Group, Invitation, Membership
from alongside.foundation.members.panels import members_panel, roles_table
from alongside.foundation.members.roles import NEVER, ROLES
from alongside.foundation.places.doors import in_workspace, open_to_everyone
from alongside.foundation.places.models import Place
from alongside.foundation.places.vocabulary import default_words, words_of


@require_safe
@open_to_everyone
def roles(request: HttpRequest) -> HttpResponse:
    """Who may do what, from the table that enforces it."""
    context = {"never": NEVER, **roles_table(default_words())}
    return render(request, "members/roles.html", context)


@require_safe
@in_workspace("members.see")
def members(request: HttpRequest, place: Place) -> HttpResponse:
    """Who is a member today, and who is invited."""
    context = members_panel(place, request.actor, page=request.GET.get("page"))  # type: ignore[attr-defined]
    return render(request, "members/members.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace("members.invite")
def invite(request: HttpRequest, place: Place) -> HttpResponse:
    """Invite one person by email."""
    form = InviteForm(request.POST or None, place=place, words=words_of(place))
    if form.is_valid():
        cleaned = {"group": "", **form.cleaned_data}
        invite_person(place, by=request.actor, **cleaned)  # type: ignore[attr-defined]
        messages.success(
            request, _("The invitation is on its way to %(email)s.") % {"email": cleaned["email"]}
        )
        return redirect("members:list", place=place.slug)
    return render(request, "members/invite.html", {"form": form})


@require_POST
@in_workspace("members.invite")
def send_again(request: HttpRequest, place: Place, *, number: int) -> HttpResponse:
    """Mail an invitation once more, with a fresh link."""
    invitation = _invitation(request, place, number)
    send_invitation(invitation, by=request.actor)  # type: ignore[attr-defined]
    messages.success(request, _("A fresh link is on its way. The one before it no longer works."))
    return redirect("members:list", place=place.slug)


@require_POST
@in_workspace("members.invite")
def withdraw(request: HttpRequest, place: Place, *, number: int) -> HttpResponse:
    """Take an invitation back."""
    withdraw_invitation(_invitation(request, place, number), by=request.actor)  # type: ignore[attr-defined]
    messages.success(request, _("The invitation was taken back. Its link opens nothing now."))
    return redirect("members:list", place=place.slug)


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace("members.invite")
def end(request: HttpRequest, place: Place, *, number: int) -> HttpResponse:
    """Ask once, then end a membership."""
    found = Membership.objects.visible_to(request.actor).filter(place=place)  # type: ignore[attr-defined]
    membership = get_object_or_404(found.select_related("person", "place"), pk=number)
    if request.method == "POST":
        end_membership(membership, by=request.actor)  # type: ignore[attr-defined]
        messages.success(request, _("The membership has ended. What was said in it stands."))
        return redirect("members:list", place=place.slug)
    role = ROLES[membership.role].called(words_of(place))
    context = {"membership": membership, "role": role}
    return render(request, "members/end.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace("members.invite")
def ward(request: HttpRequest, place: Place, *, number: int) -> HttpResponse:
    """Say which ward an elected member speaks for."""
    found = Membership.objects.visible_to(request.actor).filter(place=place, group=Group.ELECTED)  # type: ignore[attr-defined]
    membership = get_object_or_404(found.select_related("person", "place", "ward"), pk=number)
    form = WardForm(request.POST or None, place=place, now=membership.ward)
    if form.is_valid():
        choose_ward(membership, ward=form.cleaned_data.get("ward"), by=request.actor)  # type: ignore[attr-defined]
        messages.success(request, _("Saved."))
        return redirect("members:list", place=place.slug)
    return render(request, "members/ward.html", {"form": form, "membership": membership})


def _invitation(request: HttpRequest, place: Place, number: int) -> Invitation:
    found = Invitation.objects.visible_to(request.actor).filter(place=place)  # type: ignore[attr-defined]
    return get_object_or_404(found.select_related("place", "person__contact"), pk=number)

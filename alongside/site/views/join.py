"""Come in with a code: from a poster, a QR code or an email.

The code in the address leads at once to a clean address: an open link straight to its activity,
an invitation for one person by way of a cookie (trust 13). Opening a link changes nothing, because
mail scanners open links too; a button does.
"""

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from alongside.foundation.accounts.actions import open_account
from alongside.foundation.accounts.attempts import attempts_exhausted, record_failure
from alongside.foundation.accounts.codes import CodeKind
from alongside.foundation.accounts.models import User
from alongside.foundation.accounts.network import network_of
from alongside.foundation.consent.models import Activity
from alongside.foundation.members.actions import accept_invitation
from alongside.foundation.members.actors import actor_of_user
from alongside.foundation.members.groups import group_name
from alongside.foundation.members.mail import one_line
from alongside.foundation.members.models import Invitation
from alongside.foundation.members.queries import invitation_of_code, is_living
from alongside.foundation.members.roles import ROLES
from alongside.foundation.places.doors import open_to_everyone, with_key_in_address
from alongside.foundation.places.vocabulary import words_of
from alongside.site.activity_doors import door_of, open_activities
from alongside.site.views.join_room import into_room

COOKIE = "joining"
SALT = "alongside.joining"
AN_HOUR = 3600
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@require_safe
@open_to_everyone
def exchange(request: HttpRequest, code: str) -> HttpResponse:
    """Exchange the code in the address for a cookie, and go on to a clean address."""
    return _exchanged(request, code)


def _exchanged(request: HttpRequest, code: str) -> HttpResponse:
    """A right code always opens, however many wrong ones came before: it is too long to guess."""
    into = into_room(request, code)
    if into is not None:
        return with_key_in_address(into)
    invitation = invitation_of_code(code)
    if invitation is not None:
        return with_key_in_address(_opened(request, invitation))
    network = network_of(request)
    if attempts_exhausted(CodeKind.OPEN_LINK, network):
        return with_key_in_address(render(request, "site/too_many_tries.html", status=429))
    record_failure(CodeKind.OPEN_LINK, network)
    return with_key_in_address(render(request, "site/join_code.html", {"wrong": True}, status=404))


def _opened(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    place = invitation.place
    request.place = place  # type: ignore[attr-defined]
    if not is_living(invitation):
        return render(request, "site/join_closed.html", status=410)
    if invitation.kind == Invitation.Kind.OPEN_LINK:
        return redirect(_door_behind(invitation) or reverse("site:front", args=[place.slug]))
    response = redirect("join:welcome")
    response.set_signed_cookie(
        COOKIE,
        str(invitation.pk),
        salt=SALT,
        max_age=AN_HOUR,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
        path="/j/",
    )
    return response


def _door_behind(invitation: Invitation) -> str | None:
    if invitation.activity_id is None:
        return None
    activities = Activity.objects.in_place(invitation.place).select_related("place")
    activity = activities.filter(pk=invitation.activity_id).first()
    return door_of(activity) if activity else None


def _door_open_now(invitation: Invitation) -> str | None:
    """Whoever is invited to answer goes where that is possible now; of several they choose."""
    if not invitation.group:
        return None
    cards = open_activities(invitation.place)
    if len(cards) > 1:
        return reverse("site:front", args=[invitation.place.slug])
    return cards[0].url if cards else None


@require_http_methods(["GET", "HEAD", "POST"])
@open_to_everyone
def welcome(request: HttpRequest) -> HttpResponse:
    """For one invited person: say what is offered, and begin it when they say yes."""
    if "code" in request.POST:
        return _exchanged(request, request.POST["code"])
    invitation = _invitation_of_cookie(request)
    if invitation is None:
        return render(request, "site/join_code.html")
    request.place = invitation.place  # type: ignore[attr-defined]
    if not is_living(invitation):
        return render(request, "site/join_closed.html", status=410)
    return _member_page(request, invitation)


def _invitation_of_cookie(request: HttpRequest) -> Invitation | None:
    number = request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=AN_HOUR)
    if not number:
        return None
    everywhere = Invitation.objects.unscoped(reason="the cookie was given for a right code")
    found = everywhere.select_related("place", "person__contact", "person__user")
    return found.filter(pk=int(number)).first()


def _member_page(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    email = invitation.person.contact.email if invitation.person else ""
    has_account = User.objects.filter(email__iexact=email).exists()
    must_sign_in = has_account and not request.user.is_authenticated
    if request.method == "POST" and not must_sign_in:
        return _accepted(request, invitation, email)
    words = words_of(invitation.place)
    role = ROLES[invitation.role]
    context = {
        "invitation": invitation,
        "role": role.called(words),
        "purpose": role.purpose,
        "group": group_name(words, invitation.group) if invitation.group else "",
        "email": email,
        "must_sign_in": must_sign_in,
    }
    return render(request, "site/join_member.html", context)


def _accepted(request: HttpRequest, invitation: Invitation, email: str) -> HttpResponse:
    """Join the signed-in account; whoever has none gets one, for the address the link went to."""
    user = request.user if request.user.is_authenticated else open_account(email)
    by = actor_of_user(user, request_id=request.id)  # type: ignore[attr-defined]
    accept_invitation(
        invitation, user=user, by=by, name=one_line(request.POST.get("name", ""))[:120]
    )
    if not request.user.is_authenticated:
        login(request, user, backend=BACKEND)
    door = _door_behind(invitation) or _door_open_now(invitation)
    response = redirect(door or reverse("site:after-sign-in"))
    response.delete_cookie(COOKIE, path="/j/")
    return response

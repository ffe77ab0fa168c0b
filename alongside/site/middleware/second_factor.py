"""Staff roles need a passkey or an authenticator code before they see anything (trust 46)."""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.foundation.members.actors import holds_staff_role

OPEN_PREFIXES = ("/accounts/", "/static/")
OPEN_PAGES = {"/healthz", "/readyz"}


class SecondFactorMiddleware:
    """Sends staff without a second factor to the page where they set one up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.SECOND_FACTOR_REQUIRED and self._lacks_factor(request):
            messages.info(
                request,
                _("Your role needs a second step at sign-in. Add a passkey or an authenticator."),
            )
            return HttpResponseRedirect(reverse("mfa_index"))
        return self.get_response(request)

    def _lacks_factor(self, request: HttpRequest) -> bool:
        is_open = request.path in OPEN_PAGES or request.path.startswith(OPEN_PREFIXES)
        if is_open or not request.user.is_authenticated:
            return False
        return holds_staff_role(request.actor) and not is_mfa_enabled(request.user)  # type: ignore[attr-defined]

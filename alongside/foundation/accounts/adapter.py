"""Our answers to allauth's questions: who may make an account, and where mail links point."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """Sign-in as Alongside does it: accounts come from invitations, links from the base address."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Only somebody who holds an invitation, or starts a partnership's hour, makes an account."""
        return bool(request.session.get("may_sign_up"))

    def save_user(self, request: HttpRequest, user: Any, form: Any, commit: bool = True) -> Any:  # noqa: FBT001, FBT002 - allauth's signature
        user = super().save_user(request, user, form, commit=False)
        user.email = user.email.lower()
        if commit:
            user.save()
        return user

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return super().get_login_redirect_url(request)

    def build_absolute_uri(self, request: HttpRequest, location: str) -> str:
        """Links in mail come from a setting, never from the request's Host header (trust 51)."""
        return f"{settings.BASE_URL}{location}"

"""Our answers to allauth's questions: who may make an account, and where mail links point."""

import base64
import hashlib
from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from alongside.foundation.accounts.qr import qr_svg


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

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Links in mail come from a setting, never from the request's Host header (trust 51)."""
        rebased = {
            key: based_on_setting(value) if key.endswith("_url") else value
            for key, value in context.items()
        }
        super().send_mail(template_prefix, email, rebased)


def based_on_setting(url: str) -> str:
    """Return the same page's address below `settings.BASE_URL`."""
    parts = urlsplit(url)
    query = f"?{parts.query}" if parts.query else ""
    return f"{settings.BASE_URL}{parts.path}{query}"


class SecondFactorAdapter(DefaultMFAAdapter):
    """The second step: its QR code drawn in the page, its secrets unreadable in the database."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "unverified_email": _("Confirm your email address first. Then you can add a second step."),
        "add_email_blocked": _("Take your second step away before you add an email address."),
        "cannot_delete_authenticator": _("This is your only second step, and you need one."),
        "incorrect_code": _("That is not the code. Look again: it changes every half minute."),
    }

    def build_totp_svg(self, url: str) -> str:
        return qr_svg(url)

    def encrypt(self, text: str) -> str:
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _box().decrypt(encrypted_text.encode()).decode()


def _box() -> Fernet:
    key = hashlib.sha256(f"second factor\x00{settings.PEPPER}".encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))

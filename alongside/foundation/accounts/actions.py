"""Writes to accounts."""

from allauth.account.models import EmailAddress
from django.db import transaction

from alongside.foundation.accounts.models import User


@transaction.atomic
def open_account(email: str, *, password: str | None = None) -> User:
    """Open an account whose address is known to be right; without a password it uses codes."""
    user = User.objects.create_user(email, password)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user

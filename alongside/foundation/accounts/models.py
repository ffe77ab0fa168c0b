"""Tables: accounts, tallies of what is limited, and what signing in remembers."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from alongside.foundation.prepared.reads import Given, prepared


@prepared
def _account() -> models.QuerySet["User"]:
    return User.objects.filter(pk=Given("pk"))


class UserManager(BaseUserManager["User"]):
    """Makes accounts; the address is compared without regard to case."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Make an account; without a password it signs in by code only."""
        user = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get(self, *args: Any, **lookup: Any) -> "User":
        """As always; but the account behind a session, by its `pk` alone, is a prepared read."""
        if args or lookup.keys() != {"pk"}:
            return super().get(*args, **lookup)
        found = _account.first(**lookup)
        if found is None:
            raise self.model.DoesNotExist
        return found

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username)


class User(AbstractBaseUser, PermissionsMixin):
    """An account: an email address that can sign in. It has no user name and no role.

    Its groups say what it may write in the blog, for Wagtail alone; they follow its memberships
    each time it comes there (`learning.blog.editing`). Nobody is a superuser.
    """

    email = models.EmailField(max_length=254, unique=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=timezone.now)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    # Nobody signs in to Django's own admin; libraries ask all the same.
    is_staff = False

    objects = UserManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(Lower("email"), name="accounts_user_email_unique"),
            models.CheckConstraint(
                condition=models.Q(is_superuser=False), name="accounts_nobody_is_everything"
            ),
        ]

    def __str__(self) -> str:
        return f"account {self.pk}"


class Tally(models.Model):
    """One stroke on a tally: a wrong code, a beginning, an invitation sent. Kept for a day.

    Of whom it tells (a network, an account) is kept as a keyed hash.
    """

    kind = models.CharField(max_length=20)
    key_hash = models.CharField(max_length=64)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        indexes = [models.Index(fields=["kind", "key_hash", "at"], name="accounts_tally_idx")]

    def __str__(self) -> str:
        return f"one {self.kind}"


class Remembered(models.Model):
    """What signing in remembers for some minutes, for every process: tries, and used codes."""

    key_hash = models.CharField(max_length=64, unique=True)
    value = models.JSONField()
    expires_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"remembered {self.pk}"

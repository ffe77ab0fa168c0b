"""A cache that every process shares, in the database: for what signing in counts.

The library that signs people in keeps two things in Django's default cache: how often somebody
tried, and which codes of an authenticator were used. In a cache of one process neither is known to
the others (trust 12). What pages keep for the next reader is in another cache, which stays quick.
"""

import hashlib
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache
from django.db import transaction
from django.utils import timezone

from alongside.foundation.accounts.codes import CodeKind, hash_code
from alongside.foundation.accounts.models import Remembered

A_YEAR = timedelta(days=365)  # stands for "as long as nobody deletes it"


class SharedCache(BaseCache):
    """Keeps values that can be written as JSON under keyed hashes of their keys."""

    def __init__(self, _location: str, params: Mapping[str, Any]) -> None:
        super().__init__(dict(params))

    def add(
        self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> bool:
        """Keep a value where none is yet; of two at once, one is told that it was first."""
        key_hash = self._hash(key, version)
        with transaction.atomic():
            Remembered.objects.filter(key_hash=key_hash, expires_at__lte=timezone.now()).delete()
            defaults = {"value": value, "expires_at": self._until(timeout)}
            _row, is_new = Remembered.objects.get_or_create(key_hash=key_hash, defaults=defaults)
        return is_new

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        living = Remembered.objects.filter(expires_at__gt=timezone.now())
        found = living.filter(key_hash=self._hash(key, version)).first()
        return default if found is None else found.value

    def set(
        self, key: Any, value: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None
    ) -> None:
        Remembered.objects.update_or_create(
            key_hash=self._hash(key, version),
            defaults={"value": value, "expires_at": self._until(timeout)},
        )

    def touch(self, key: Any, timeout: Any = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        living = Remembered.objects.filter(expires_at__gt=timezone.now())
        found = living.filter(key_hash=self._hash(key, version))
        return bool(found.update(expires_at=self._until(timeout)))

    def delete(self, key: Any, version: int | None = None) -> bool:
        deleted, _ = Remembered.objects.filter(key_hash=self._hash(key, version)).delete()
        return bool(deleted)

    def clear(self) -> None:
        Remembered.objects.all().delete()

    def _hash(self, key: Any, version: int | None) -> str:
        # Keys hold addresses of networks and of people.
        whole = self.make_and_validate_key(key, version=version)
        return hash_code(CodeKind.REMEMBERED, hashlib.sha256(whole.encode()).hexdigest())

    def _until(self, timeout: Any) -> datetime:
        if timeout is DEFAULT_TIMEOUT:
            timeout = self.default_timeout
        return timezone.now() + (A_YEAR if timeout is None else timedelta(seconds=timeout))

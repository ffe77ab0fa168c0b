"""Tenant scope: every row belongs to one place, and nobody reads rows without saying whose.

A queryset of a tenant table refuses to run until it was narrowed with `visible_to(actor)` or
`in_place(place)`, or opened with `unscoped(reason=...)` (trust 19). Reaching rows through an
object that was itself fetched with scope (`place.services.all()`) counts as narrowed. The
database keeps parent and child in the same place by triggers (trust 18); a field named in
`may_lie_in_nation` may point to the nation of its row's partnership as well, and nowhere else.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from django.db import models

from alongside.foundation.history.actor import Actor
from alongside.foundation.history.triggers import Trigger
from alongside.foundation.prepared.reads import Given

if TYPE_CHECKING:
    from alongside.foundation.places.models import Place

M = TypeVar("M", bound=models.Model)


class ScopeError(RuntimeError):
    """A tenant table was read without saying in which place, and on whose behalf."""


class TenantQuerySet(models.QuerySet[M]):
    """A queryset that must be narrowed to a place before it runs."""

    _scoped = False

    def visible_to(self, actor: Actor) -> Self:
        """Return the rows that the actor may know of: those of the actor's places."""
        return self.filter(place_id__in=actor.place_ids).narrowed()

    def in_place(self, place: "Place | Given") -> Self:
        """Return the rows of a place that the caller was already allowed to reach."""
        return self.filter(place=place).narrowed()

    def unscoped(self, *, reason: str) -> Self:
        """Open all places; the reason stands in the code for whoever reviews it."""
        if not reason:
            message = "unscoped() needs a reason"
            raise ScopeError(message)
        return self.all().narrowed()

    def narrowed(self) -> Self:
        """Mark a freshly made queryset as narrowed; for `visible_to` of the models below only."""
        self._scoped = True
        return self

    def _clone(self) -> Self:
        clone: Self = super()._clone()  # type: ignore[misc] # not in the stubs
        clone._scoped = self._scoped
        return clone

    def _combinator_query(self, combinator: str, *other: Any, all: bool = False) -> Self:  # noqa: A002 - Django's signature
        combined: Self = super()._combinator_query(combinator, *other, all=all)  # type: ignore[misc]
        combined._scoped = self._scoped and all_scoped(other)
        return combined

    def _refuse_unscoped(self) -> None:
        if not self._scoped and "instance" not in self._hints:  # type: ignore[attr-defined]
            message = (
                f"{self.model.__name__} rows were read without scope: "
                "use visible_to(actor), in_place(place) or unscoped(reason=...)"
            )
            raise ScopeError(message)

    def _fetch_all(self) -> None:
        if self._result_cache is None:
            self._refuse_unscoped()
        super()._fetch_all()

    def iterator(self, chunk_size: int | None = None) -> Iterator[M]:
        self._refuse_unscoped()
        return super().iterator(chunk_size)

    def count(self) -> int:
        self._refuse_unscoped()
        return super().count()

    def exists(self) -> bool:
        self._refuse_unscoped()
        return super().exists()

    def aggregate(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        self._refuse_unscoped()
        return super().aggregate(*args, **kwargs)

    def update(self, **kwargs: Any) -> int:
        self._refuse_unscoped()
        return super().update(**kwargs)

    def delete(self) -> tuple[int, dict[str, int]]:
        self._refuse_unscoped()
        return super().delete()


def all_scoped(querysets: tuple[Any, ...]) -> bool:
    """Say whether each of the querysets was narrowed."""
    return all(getattr(queryset, "_scoped", True) for queryset in querysets)


class TenantModel(models.Model):
    """A row that belongs to one place. `place` is set by the action, from the parent."""

    may_lie_in_nation: ClassVar[frozenset[str]] = frozenset()

    place = models.ForeignKey("places.Place", on_delete=models.PROTECT, related_name="+")

    objects = TenantQuerySet.as_manager()

    class Meta:
        abstract = True

    @classmethod
    def database_triggers(cls) -> Iterator[Trigger]:
        """Each parent that is a tenant row too must lie in the same place."""
        table = cls._meta.db_table
        for field in cls._meta.concrete_fields:
            parent = field.remote_field.model if field.remote_field else None
            if not (isinstance(parent, type) and issubclass(parent, TenantModel)):
                continue
            parents_place = (
                f"SELECT place_id FROM {parent._meta.db_table} WHERE id = NEW.{field.column}"  # noqa: S608 - our own names, no values
            )
            condition = f"NEW.{field.column} IS NOT NULL AND NEW.place_id <> ({parents_place})"
            if field.name in cls.may_lie_in_nation:
                nation = "SELECT nation_id FROM places_place WHERE id = NEW.place_id"
                condition += f" AND COALESCE(({nation}), 0) <> ({parents_place})"
            for event in ("INSERT", "UPDATE"):
                yield Trigger(
                    f"same_place_{table}_{field.column}_{event.lower()}"[:63],
                    table,
                    event,
                    condition,
                    f"{table}.{field.column} lies in another place",
                )

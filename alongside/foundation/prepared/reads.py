"""Reads that are put together once and asked often.

Django composes the SQL of a queryset anew each time it runs, and that takes several times as long
as the database needs to answer. A prepared read is written as a queryset with `Given` where a value
will stand; its SQL is kept, its rows never are:

    @prepared
    def services_in() -> QuerySet[Service]:
        return Service.objects.in_place(Given("place"))

    services_in(place=3)

What is written into the queryset itself stays as it was when the read first ran. So whatever
changes must be given: a place, an account, today.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import connections
from django.db.models import Expression, Field, QuerySet


class Given(Expression):
    """Where a value will stand. A `field` says how to hand it over, where it is no number or text."""

    def __init__(self, name: str, field: Field[Any, Any] | None = None) -> None:
        super().__init__(output_field=field)
        self.name = name
        self.shape = field

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        return "%s", (self,)

    def value(self, given: Mapping[str, Any], connection: Any) -> Any:
        """What stands there this time."""
        value = given[self.name]
        return value if self.shape is None else self.shape.get_db_prep_value(value, connection)


@dataclass(frozen=True, slots=True)
class _Kept:
    """A queryset with its SQL, and the compiler that knows how to read the rows."""

    queryset: Any
    compiler: Any
    sql: str
    params: tuple[Any, ...]
    names: frozenset[str]


class Prepared[Row]:
    """A read whose SQL is composed at the first call. Answers are lists, fresh each time."""

    def __init__(self, write: Callable[[], QuerySet[Any, Row]]) -> None:
        self._write = write
        self._kept: _Kept | None = None
        self.__doc__ = write.__doc__

    def __call__(self, **given: Any) -> list[Row]:
        """Ask for the rows; every `Given` needs its value."""
        kept = self._kept
        if kept is None:
            kept = self._kept = self._prepare()
        if given.keys() != kept.names:
            raise TypeError(f"This read needs {sorted(kept.names)}, not {sorted(given)}.")
        compiler = _compiler_for(kept, given)
        query = _alike(kept.queryset.query, get_compiler=lambda *_args, **_kwargs: compiler)
        return list(_alike(kept.queryset, _query=query))

    def first(self, **given: Any) -> Row | None:
        """Ask for one row, or none; the read itself says `[:1]`."""
        return next(iter(self(**given)), None)

    def _prepare(self) -> _Kept:
        queryset = self._write()
        compiler = queryset.query.get_compiler(using=queryset.db)
        sql, params = compiler.as_sql()
        compiler.connection = None  # each thread that asks brings its own
        names = frozenset(param.name for param in params if isinstance(param, Given))
        return _Kept(queryset, compiler, sql, tuple(params), names)


def prepared[Row](write: Callable[[], QuerySet[Any, Row]]) -> Prepared[Row]:
    """Make a prepared read of a function that writes its queryset."""
    return Prepared(write)


def _compiler_for(kept: _Kept, given: Mapping[str, Any]) -> Any:
    """The compiler, as if it had just composed the SQL for these values, in this thread."""
    connection = connections[kept.queryset.db]
    params = tuple(
        param.value(given, connection) if isinstance(param, Given) else param
        for param in kept.params
    )
    return _alike(kept.compiler, connection=connection, as_sql=lambda: (kept.sql, params))


def _alike[Thing](thing: Thing, **different: Any) -> Thing:
    # Not `copy`: copying a queryset runs it.
    twin = object.__new__(type(thing))
    twin.__dict__.update(thing.__dict__, **different)
    return twin

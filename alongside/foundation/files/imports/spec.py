"""What a room declares in order to be filled from a sheet."""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.urls import reverse

from alongside.foundation.files.imports.cells import Clean
from alongside.foundation.files.sheets.parts import Words
from alongside.foundation.history.actor import Actor
from alongside.foundation.places.models import Place

Values = Mapping[str, Any]  # clean values by column


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading in the file, what it means, and how its cells are read.

    An empty cell empties the value, except where `empty_keeps`: there it leaves what is there.
    """

    name: str
    meaning: Words
    clean: Clean
    needed: bool = False
    empty_keeps: bool = False
    example: str = ""


@dataclass(frozen=True, slots=True)
class Existing:
    """Something that is there already, with its values in the same form as clean cells."""

    pk: int
    values: Values


class Standing(StrEnum):
    """What would become of a row."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    KNOWN = "known"  # from somewhere that this place reads too; not written a second time


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A value that would be replaced."""

    column: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class RowPlan:
    """What would become of one row. `pk` is that of the thing that is changed."""

    row: int
    title: str
    standing: Standing
    values: Values
    pk: int | None = None
    fields: tuple[FieldChange, ...] = ()


def nothing_more(
    _place: Place, _rows: Sequence[tuple[int, Values]]
) -> Iterable[tuple[int, str, Words]]:
    """Return no problems beyond those of single cells."""
    return ()


def nowhere_else(_place: Place) -> Collection[Hashable]:
    """Return nothing: what is there, is in the place itself."""
    return ()


@dataclass(frozen=True)
class ImportSpec:
    """How sheets of one kind are read and kept.

    `identity` gives what makes two rows the same thing; `existing` finds by it what is there, in
    one query; `known` gives what this place reads from elsewhere already; `check` adds problems that need the whole row or the place, as pairs of column and
    words; `keep` writes the rows that are new or changed, with its history, inside the
    transaction of the import.
    """

    key: str
    title: Words
    lead: Words
    permission: str
    columns: tuple[Column, ...]
    identity: Callable[[Values], Hashable]
    existing: Callable[[Place], Mapping[Hashable, Existing]]
    keep: Callable[[Place, Sequence[RowPlan], Actor], None]
    name_column: str
    namespace: str  # of the addresses `import`, `import-preview` and `import-problems`
    done: str  # name of the page to see the result on
    check: Callable[[Place, Sequence[tuple[int, Values]]], Iterable[tuple[int, str, Words]]] = (
        nothing_more
    )
    known: Callable[[Place], Collection[Hashable]] = nowhere_else
    known_from: Words = ""  # from where that is, for the preview
    # A row that is empty in all of these is a row of a form that nobody filled in: passed over.
    says_something: tuple[str, ...] = ()

    def address(self, name: str, place: Place, *more: Any) -> str:
        """Return the address of a page of this import."""
        return reverse(f"{self.namespace}:{name}", args=[place.slug, *more])

    def done_address(self, place: Place) -> str:
        """Return where the result can be seen."""
        return reverse(self.done, args=[place.slug])

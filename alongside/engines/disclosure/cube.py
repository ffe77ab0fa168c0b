"""What was answered, by whom: the secret table from which releases are made.

A person gives at most one answer per base cell, yet may answer in several cells (one answer for
each of six services). So the number of people in a margin is not the sum of its cells, and can't
be had from counts: a cube is built from records, and remembers who is behind every cell.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from .dimensions import Dimension, Key
from .errors import DisclosureError

type Person = str | int


@dataclass(frozen=True)
class Record:
    """One answer: who gave it (any stable key), in which base cell, and the category chosen.

    `entered` says that somebody else typed it in, and so knows it.

    >>> Record(7, ("parks", "resident"), "often")
    Record(person=7, key=('parks', 'resident'), category='often', entered=False)
    """

    person: Person
    key: Key
    category: str
    entered: bool = False


@dataclass(frozen=True)
class Cube:
    """Counts of answers, and the people behind them, for every base cell that has an answer.

    Never show or store one: show what `protect` makes of it. `own` is what is left without the
    answers that were entered for people, nothing where none was.

    >>> group = Dimension("group", ("staff", "resident"))
    >>> cube = Cube.from_records([group], ["no", "yes"], [
    ...     Record("ann", ("resident",), "yes"), Record("bo", ("staff",), "no")])
    >>> cube.counts[("resident",)], sorted(cube.people[("resident",)])
    ((0, 1), ['ann'])
    >>> Cube.from_records([group], ["no", "yes"], [Record("eve", ("mayor",), "yes")])
    Traceback (most recent call last):
    alongside.engines.disclosure.errors.DisclosureError: unknown_member (dimension='group', \
member='mayor')
    """

    dimensions: tuple[Dimension, ...]
    categories: tuple[str, ...]
    counts: Mapping[Key, tuple[int, ...]] = field(repr=False)
    people: Mapping[Key, frozenset[Person]] = field(repr=False)
    own: "Cube | None" = field(default=None, repr=False)

    @classmethod
    def from_records(
        cls,
        dimensions: Sequence[Dimension],
        categories: Sequence[str],
        records: Iterable[Record],
    ) -> "Cube":
        """Count the records. Their order has no effect.

        Refused with a `DisclosureError`: `unknown_member`, `unknown_category`, `wrong_length`
        (a key that doesn't name one member per dimension), `answered_twice` (one person, twice
        in one base cell), `name_used_twice`, `no_dimensions`, `no_categories`.
        """
        _check_shape(dimensions, categories)
        records = list(records)
        position = {category: place for place, category in enumerate(categories)}
        counts: dict[Key, list[int]] = {}
        people: dict[Key, set[Person]] = {}
        for record in records:
            _check_record(record, dimensions, position)
            seen = people.setdefault(record.key, set())
            if record.person in seen:
                raise DisclosureError("answered_twice", key=record.key)
            seen.add(record.person)
            counts.setdefault(record.key, [0] * len(position))[position[record.category]] += 1
        return cls(
            tuple(dimensions),
            tuple(categories),
            MappingProxyType({key: tuple(counts[key]) for key in sorted(counts)}),
            MappingProxyType({key: frozenset(people[key]) for key in sorted(people)}),
            cls._own(dimensions, categories, records),
        )

    @classmethod
    def _own(
        cls, dimensions: Sequence[Dimension], categories: Sequence[str], records: Sequence[Record]
    ) -> "Cube | None":
        own = [record for record in records if not record.entered]
        every = len(own) == len(records)
        return None if every else cls.from_records(dimensions, categories, own)

    @classmethod
    def of_numbers(cls, cubes: Sequence["Cube"]) -> "Cube":
        """Who answered where in any of some cubes, whatever they said: one category for all.

        >>> group = Dimension("group", ("staff",))
        >>> cubes = [Cube.from_records([group], ["no", "yes"], [Record(who, ("staff",), "yes")])
        ...          for who in ("ann", "bo")]
        >>> Cube.of_numbers(cubes).counts
        mappingproxy({('staff',): (2,)})
        """
        people: dict[Key, frozenset[Person]] = {}
        for cube in cubes:
            for key, who in cube.people.items():
                people[key] = people.get(key, frozenset()) | who
        some_entered = any(cube.own for cube in cubes)
        return cls(
            cubes[0].dimensions,
            ("answered",),
            MappingProxyType({key: (len(people[key]),) for key in sorted(people)}),
            MappingProxyType({key: people[key] for key in sorted(people)}),
            cls.of_numbers([cube.own or cube for cube in cubes]) if some_entered else None,
        )


def _check_shape(dimensions: Sequence[Dimension], categories: Sequence[str]) -> None:
    if not dimensions:
        raise DisclosureError("no_dimensions")
    if not categories:
        raise DisclosureError("no_categories")
    names = [dimension.name for dimension in dimensions]
    if len(set(names)) < len(names):
        raise DisclosureError("name_used_twice", names=tuple(names))
    if len(set(categories)) < len(categories):
        raise DisclosureError("name_used_twice", names=tuple(categories))


def _check_record(
    record: Record, dimensions: Sequence[Dimension], position: Mapping[str, int]
) -> None:
    if len(record.key) != len(dimensions):
        raise DisclosureError("wrong_length", key=record.key, dimensions=len(dimensions))
    for dimension, member in zip(dimensions, record.key, strict=True):
        if member not in dimension.members:
            raise DisclosureError("unknown_member", dimension=dimension.name, member=member)
    if record.category not in position:
        raise DisclosureError("unknown_category", category=record.category)

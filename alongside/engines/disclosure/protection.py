"""From a cube to a release: merge, hide, audit, hide more, until the audit finds nothing.

It always ends: every round hides at least one more key, empty cells apart, and once everything
with an answer is hidden there is nothing left to add up. The same cube, policy and earlier
releases give the same release, byte for byte.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from types import MappingProxyType

from .audit import Audit, Finding
from .cube import Cube
from .cutting import cheapest, complete_lines, is_open, primary
from .differencing import can_follow
from .dimensions import Key, Merge
from .errors import DisclosureError
from .merging import merges_needed
from .policy import Policy
from .release import HIDDEN, Protected, Shown
from .rollups import Rollups, coarseness
from .systems import audits_of


def protect(cube: Cube, policy: Policy, earlier: Sequence[Protected] = ()) -> Protected:
    """The release of a cube: what may be shown of it under a policy.

    `earlier` are the releases already made of the same round, oldest first. If this one, laid
    beside any of them, would show what only a few people changed, the latest stands and is
    given back as it is. Refused: `different_table`, `different_policy` (an earlier release
    isn't of the same dimensions, categories and policy).

    >>> from alongside.engines.disclosure import Dimension, Record
    >>> group = Dimension("group", ("elected", "staff", "resident"))
    >>> heads = {("elected", "yes"): 3, ("staff", "yes"): 6, ("staff", "no"): 6,
    ...          ("resident", "yes"): 9, ("resident", "no"): 11}
    >>> records = [Record(f"{name} {answer} {n}", (name,), answer)
    ...            for (name, answer), people in heads.items() for n in range(people)]
    >>> release = protect(Cube.from_records([group], ["no", "yes"], records), Policy())
    >>> release.cell("elected"), release.cell("*")
    (Hidden(), Shown(counts=(17, 18), people=35))
    >>> release.cell("staff")  # else the total less the others would be the three
    Hidden()
    """
    return protect_together({"": cube}, policy, {"": earlier})[""]


def protect_together(
    cubes: Mapping[str, Cube],
    policy: Policy,
    earlier: Mapping[str, Sequence[Protected]] = MappingProxyType({}),
) -> dict[str, Protected]:
    """The releases of several tables about the same people: one per question they answered.

    What is hidden because of how many answered is hidden in all of them, or the number that one
    leaves out would stand in the next. `earlier` as for `protect`, by table. Refused also:
    `different_table` (the tables are not of the same dimensions), `no_tables`.
    """
    _check_same_dimensions(list(cubes.values()))
    used = merges_needed(list(cubes.values()), policy)
    # That everybody there answered is nothing that they said: agreeing counts for no more here.
    by_number = Policy(policy.minimum, unanimous_minimum=policy.minimum)
    numbers = keys_to_hide(_readers(Cube.of_numbers(list(cubes.values())), used), by_number)
    return {
        name: _release(cube, used, numbers, policy, earlier.get(name, ()), alone=len(cubes) == 1)
        for name, cube in cubes.items()
    }


def _check_same_dimensions(cubes: Sequence[Cube]) -> None:
    if not cubes:
        raise DisclosureError("no_tables")
    if any(cube.dimensions != cubes[0].dimensions for cube in cubes):
        raise DisclosureError("different_table")


def _release(
    cube: Cube,
    used: tuple[Merge, ...],
    numbers: set[Key],
    policy: Policy,
    earlier: Sequence[Protected],
    *,
    alone: bool,
) -> Protected:
    readers = _readers(cube, used)
    table = readers[0]
    told = frozenset() if alone else table.under.keys() - numbers
    hidden = keys_to_hide(readers, policy, numbers, told) | table.blank
    cells = {
        key: HIDDEN if key in hidden else Shown(counts, people)
        for key, (counts, people) in table.values.items()
    }
    release = Protected(cube.dimensions, cube.categories, policy, used, MappingProxyType(cells))
    return release if all(can_follow(then, release) for then in earlier) else earlier[-1]


def _readers(cube: Cube, used: tuple[Merge, ...]) -> list[Rollups]:
    """The table as it is open to anybody, and to those who entered answers and take them away."""
    return [Rollups.of(seen, used) for seen in (cube, cube.own) if seen is not None]


def keys_to_hide(
    readers: Sequence[Rollups],
    policy: Policy,
    hidden: AbstractSet[Key] = frozenset(),
    told: AbstractSet[Key] = frozenset(),
) -> set[Key]:
    """Every key that a release must hide, so that each reader's table is protected.

    Begins with those that are `hidden` anyway. Of the keys in `told` the readers know from
    elsewhere how many answers they hold.
    """
    found = {key for key in hidden if not readers[0].is_empty(key)}
    audits = [audits_of(table, policy, told) for table in readers]
    revealing = [primary(table, policy) for table in readers]
    while True:
        before = len(found)
        for table, its_audits, keys in zip(readers, audits, revealing, strict=True):
            margins = found | {key for key in keys if coarseness(key)}
            found |= {key for key in keys if not table.is_known(key, margins)}
            found = complete_lines(table, found, policy)
            found |= _further_cuts(table, its_audits, found)
        if len(found) == before:
            return found


def _further_cuts(table: Rollups, audits: Iterable[Audit], hidden: set[Key]) -> set[Key]:
    """For every key that can be worked back, one key more; but one per neighbourhood at a time."""
    cut: set[Key] = set()
    for audit in audits:
        for finding in audit.unsafe(hidden):
            near = {key for line in table.lines_through[finding.key] for key in line.keys}
            near &= audit.sums.under.keys()
            fellows = _fellows(audit, finding)
            if cut.isdisjoint(near | fellows):
                choices = (near & fellows, fellows, near, audit.sums.under.keys(), table.under)
                cut |= _cheapest_of(table, choices, hidden | cut)
    return cut


def _fellows(audit: Audit, finding: Finding) -> set[Key]:
    """The base cells with answers in the category found: only they can share in its doubt."""
    if finding.category is None:
        return set()
    chosen = audit.sums.counts[:, finding.category] > 0
    return {key for key, has_it in zip(audit.sums.cells, chosen, strict=True) if has_it}


def _cheapest_of(table: Rollups, choices: Iterable[Iterable[Key]], hidden: set[Key]) -> set[Key]:
    """The cheapest key of the first choice that still has one."""
    for keys in choices:
        shown = [key for key in keys if is_open(table, key, hidden)]
        if shown:
            return {cheapest(table, shown, hidden)}
    return set()

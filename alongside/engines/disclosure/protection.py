"""From a cube to a release: merge, hide, audit, hide more, until the audit finds nothing.

It always ends: every round hides at least one more key, empty cells apart, and once everything
with an answer is hidden there is nothing left to add up. The same cube, policy and earlier
releases give the same release, byte for byte.
"""

from collections.abc import Iterable, Sequence
from types import MappingProxyType

from .audit import Audit, Finding
from .cube import Cube
from .cutting import cheapest, complete_lines, is_open, primary
from .differencing import can_follow
from .dimensions import Key
from .merging import merges_needed
from .policy import Policy
from .release import HIDDEN, Protected, Shown
from .rollups import Rollups
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
    table = Rollups.of(cube, used := merges_needed(cube, policy))
    hidden = keys_to_hide(table, policy)
    release = Protected(
        cube.dimensions,
        cube.categories,
        policy,
        used,
        MappingProxyType(
            {
                key: HIDDEN if key in hidden else Shown(counts, people)
                for key, (counts, people) in table.values.items()
            }
        ),
    )
    return release if all(can_follow(then, release) for then in earlier) else earlier[-1]


def keys_to_hide(table: Rollups, policy: Policy) -> set[Key]:
    """Every key of the table that the release must hide."""
    audits = audits_of(table, policy)
    hidden = complete_lines(table, primary(table, policy), policy)
    while cut := _further_cuts(table, audits, hidden):
        hidden = complete_lines(table, hidden | cut, policy)
    return hidden


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

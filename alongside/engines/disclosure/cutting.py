"""Which keys to hide before the audit: those that say too much, then those that would undo it.

*Primary*: a key is hidden when its own answers reveal too much, or when taking it away from a
margin leaves a remainder that does. *Secondary*: along every line at least two keys are hidden
or none, and what a line's margin leaves over when its shown cells are taken away is itself
enough people. Empty cells are never hidden: see `audit`.
"""

from collections.abc import Iterable

from .dimensions import Key
from .policy import Policy
from .rollups import Bases, Line, Rollups, coarseness


def primary(table: Rollups, policy: Policy) -> set[Key]:
    """Keys that can't be shown whatever else is.

    A group is revealing below the minimum, or below the unanimous minimum when all agree
    (`Policy.is_revealing`). The remainder of any margin above it counts only by its people:
    a unanimous remainder is caught along the lines instead, where hiding less may do.
    """
    return {
        key
        for key, (counts, people) in table.values.items()
        if policy.is_revealing(counts, people) or (people and _leaves_too_few(table, key, policy))
    }


def _leaves_too_few(table: Rollups, key: Key, policy: Policy) -> bool:
    under = table.under
    return any(
        policy.is_too_few(table.people(under[margin] - under[key])) for margin in table.above(key)
    )


def complete_lines(table: Rollups, hidden: set[Key], policy: Policy) -> set[Key]:
    """Hide further keys until no line gives one away."""
    hidden = set(hidden)
    settled = False
    while not settled:
        settled = True
        for line in table.lines:
            while _gives_away(table, line, hidden, policy):
                hidden.add(cheapest(table, line.keys, hidden))
                settled = False
    return hidden


def _gives_away(table: Rollups, line: Line, hidden: set[Key], policy: Policy) -> bool:
    inside = [key for key in line.keys if key in hidden and not table.is_known(key, hidden)]
    if not inside:
        return False
    if len(inside) == 1:
        return True
    if line.margin in hidden:
        return False
    remainder: Bases = frozenset().union(*(table.under[key] for key in inside))
    return policy.is_revealing(table.answers(remainder), table.people(remainder))


def cheapest(table: Rollups, keys: Iterable[Key], hidden: set[Key]) -> Key:
    """The shown key whose loss costs least.

    Base cells go before margins, because the totals are what most readers came for; then the
    key that starts the fewest further cuts; then the fewest answers; then the declared order,
    so that the same answers always give the same release.
    """
    open_keys = [key for key in keys if is_open(table, key, hidden)]
    return min(
        open_keys,
        key=lambda key: (
            coarseness(key),
            sum(hidden.isdisjoint(line.keys) for line in table.lines_through[key]),
            sum(table.values[key][0]),
            table.order[key],
        ),
    )


def is_open(table: Rollups, key: Key, hidden: set[Key]) -> bool:
    """Shown so far, and worth hiding."""
    return key not in hidden and not table.is_known(key, hidden)

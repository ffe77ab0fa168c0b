"""A second, slow implementation: every assignment there is, tried one by one.

It shares no code with the engine.
"""

from functools import cache


def best_sums(matches, capacity):
    """The highest (worth, ties) of giving everybody one place or none.

    `matches` are (person, role, worth, tie); `capacity` has the places of each role.
    """
    people = sorted({person for person, *_ in matches})

    @cache
    def best(at, left):
        if at == len(people):
            return (0, 0)
        found = best(at + 1, left)
        for person, role, worth, tie in matches:
            if person == people[at] and left[role]:
                rest = best(at + 1, (*left[:role], left[role] - 1, *left[role + 1 :]))
                found = max(found, (worth + rest[0], tie + rest[1]))
        return found

    return best(0, tuple(capacity))


def slots_suffice(wanted):
    """Whether each of (free slots as bits, how many it takes) can have slots of its own."""
    if not wanted:
        return True
    (free, takes), *rest = wanted
    if not takes:
        return slots_suffice(rest)
    return any(
        slots_suffice(
            [(free & ~(1 << slot), takes - 1), *((bits & ~(1 << slot), n) for bits, n in rest)]
        )
        for slot in range(free.bit_length())
        if free >> slot & 1
    )

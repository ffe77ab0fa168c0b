"""Replacements after drop-outs: a new lottery for the places that have come free.

Whoever accepted stays. Whoever dropped out, or said no, is not asked again. The places that are
left are drawn from the rest of the pool, with quotas that those who stay have filled in part, and
with no more of a household than it has places left.
"""

from collections import Counter
from collections.abc import Collection

from .errors import LotteriesError, named
from .people import Person, Quota, Task


def replacements(task: Task, *, accepted: Collection[str], gone: Collection[str] = ()) -> Task:
    """The task of drawing who takes the free places.

    Quotas become what is left of them. Where those who stay already exceed the most of a quota
    (it was changed, or they came in another way), the most left is 0. If quotas can no longer be
    met, `lottery` says so with the smallest change; there the numbers are of the free places.

    Raises `LotteriesError`: `unknown_person`, `accepted_and_gone`, `nothing_free`, `nobody`.

    >>> people = [Person(name, {"age": "old" if name < "c" else "young"}) for name in "abcd"]
    >>> whole = Task.of(people, [Quota("age", "old", 1, 1), Quota("age", "young", 1, 1)], size=2)
    >>> left = replacements(whole, accepted=["a"], gone=["c"])
    >>> left.size, [(quota.value, quota.least, quota.most) for quota in left.quotas]
    (1, [('old', 0, 0), ('young', 1, 1)])
    >>> [person.id for person in left.people]
    ['b', 'd']
    """
    by_id = {person.id: person for person in task.people}
    _refuse_unclear(task, by_id, accepted, gone)
    stay = [by_id[one] for one in sorted(set(accepted))]
    taken = Counter(one.household for one in stay if one.household is not None)
    taken.update(task.places_taken)
    rest = [one for one in task.people if one.id not in accepted and one.id not in gone]
    return Task.of(
        rest,
        [_left_of(quota, stay) for quota in task.quotas],
        size=task.size - len(stay),
        per_household=task.per_household,
        fairness=task.fairness,
        places_taken=taken,
    )


def _refuse_unclear(
    task: Task, known: Collection[str], accepted: Collection[str], gone: Collection[str]
) -> None:
    if unknown := tuple(sorted(one for one in {*accepted, *gone} if one not in known)):
        message = f"{named(unknown)}: nobody in the pool has this id."
        raise LotteriesError("unknown_person", message, people=unknown)
    if both := tuple(sorted(set(accepted) & set(gone))):
        message = f"{named(both)}: accepted and gone at once."
        raise LotteriesError("accepted_and_gone", message, people=both)
    if len(set(accepted)) >= task.size:
        message = f"{len(set(accepted))} accepted for {task.size} places: none is free."
        raise LotteriesError("nothing_free", message)


def _left_of(quota: Quota, stay: list[Person]) -> Quota:
    filled = sum(person.values[quota.feature] == quota.value for person in stay)
    flex = None if quota.most_flex is None else max(0, quota.most_flex - filled)
    return Quota(
        quota.feature,
        quota.value,
        max(0, quota.least - filled),
        max(0, quota.most - filled),
        max(0, quota.least_flex - filled),
        flex,
    )

"""What a lottery is held on: people, quotas, how many places, how many of one household.

`Task.sha256` is the hash of all of it in one canonical form (see `Task.canonical`). It is published
before the seed is drawn, so that nobody can try seeds, or change the pool once the seed is known.
The order in which people and quotas are listed changes nothing.

Source: trust 10 (lock the input, publish its hash, then draw the seed in public).
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from .errors import LotteriesError, named

type Fairness = Literal["automatic", "leximin", "maximin"]

FORM = "alongside lottery 1"
"""Names the canonical form and the way numbers are drawn; another way gets another name."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the pool: an id, a value for each feature, and who they share a home with.

    People with the same `household` live together; `None` lives with nobody else of the pool.
    """

    id: str
    values: Mapping[str, str]
    household: str | None = None


@dataclass(frozen=True, slots=True)
class Quota:
    """How many people with this value of this feature a panel has: from `least` to `most`.

    `least_flex` and `most_flex` say how far the quota may move where quotas can't be met together;
    they play no part in the lottery itself.
    """

    feature: str
    value: str
    least: int
    most: int
    least_flex: int = 0
    most_flex: int | None = None


@dataclass(frozen=True, kw_only=True)
class Task:
    """One lottery to be held.

    `fairness` is one of `leximin`, `maximin` and `automatic` (see `lottery`). `places_taken` says
    how many of a household are on the panel already, for replacements (see `replacing`).

    Raises `LotteriesError`: `nobody`, `no_places`, `no_household_place`, `unknown_fairness`,
    `doubled_person`, `doubled_quota`, `impossible_quota`, `unknown_value`.

    >>> people = [Person("ann", {"age": "old"}), Person("bo", {"age": "young"})]
    >>> task = Task.of(people, [Quota("age", "old", 1, 1), Quota("age", "young", 0, 1)], size=1)
    >>> task.sha256[:8]
    'eef777a2'
    """

    people: Sequence[Person]
    quotas: Sequence[Quota]
    size: int
    per_household: int = 1
    fairness: Fairness = "automatic"
    places_taken: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        people: Iterable[Person],
        quotas: Iterable[Quota],
        *,
        size: int,
        per_household: int = 1,
        fairness: Fairness = "automatic",
        places_taken: Mapping[str, int] | None = None,
    ) -> "Task":
        """A task that was looked through."""
        task = cls(
            people=sorted(people, key=lambda person: person.id),
            quotas=list(quotas),
            size=size,
            per_household=per_household,
            fairness=fairness,
            places_taken=dict(places_taken or {}),
        )
        _refuse_unclear(task)
        _refuse_doubled(task)
        _refuse_unknown_values(task)
        return task

    @property
    def features(self) -> list[str]:
        """The features that quotas name, in their order."""
        return list(dict.fromkeys(quota.feature for quota in self.quotas))

    @property
    def canonical(self) -> str:
        """Everything that the lottery depends on, as JSON without spaces, in ASCII.

        A list: `FORM`, size, fairness, places for one household, the quotas as [feature, value,
        least, most] in the order of feature and value, the people in the order of their ids as [id,
        their values in the order of features by name, the first id of their household], and the
        places taken as [first id of the household, how many]. Order is that of code points.
        """
        first: dict[str, str] = {}
        for person in self.people:
            if person.household is not None:
                first.setdefault(person.household, person.id)
        features = sorted(self.features)
        people = [
            [one.id, [one.values[f] for f in features], first.get(one.household or "", one.id)]
            for one in self.people
        ]
        quotas = sorted([one.feature, one.value, one.least, one.most] for one in self.quotas)
        taken = sorted([first[h], n] for h, n in self.places_taken.items() if n and h in first)
        whole = [FORM, self.size, self.fairness, self.per_household, quotas, people, taken]
        return json.dumps(whole, separators=(",", ":"), ensure_ascii=True)

    @property
    def sha256(self) -> str:
        """SHA-256 of the canonical form, in hexadecimal."""
        return hashlib.sha256(self.canonical.encode("ascii")).hexdigest()


def _refuse_unclear(task: Task) -> None:
    if not task.people:
        raise LotteriesError("nobody", "There is nobody in the pool.")
    if task.size < 1:
        raise LotteriesError("no_places", "A panel has at least one place.")
    if task.per_household < 1:
        raise LotteriesError("no_household_place", "A household has at least one place.")
    if task.fairness not in ("automatic", "leximin", "maximin"):
        message = f"{task.fairness} is no kind of fairness: choose leximin or maximin."
        raise LotteriesError("unknown_fairness", message, fairness=task.fairness)


def _refuse_doubled(task: Task) -> None:
    ids = Counter(person.id for person in task.people)
    if twice := tuple(one for one, times in ids.items() if times > 1):
        message = f"{named(twice)}: more than one person has this id."
        raise LotteriesError("doubled_person", message, people=twice)
    pairs = Counter((quota.feature, quota.value) for quota in task.quotas)
    if again := tuple(pair for pair, times in pairs.items() if times > 1):
        told = named([f"{feature}: {value}" for feature, value in again])
        raise LotteriesError(
            "doubled_quota", f"{told}: there is more than one quota.", quotas=again
        )
    for quota in task.quotas:
        if not 0 <= quota.least <= quota.most:
            message = (
                f"{quota.feature}, {quota.value}: the least ({quota.least}) must be 0 or more, "
                f"and no more than the most ({quota.most})."
            )
            raise LotteriesError("impossible_quota", message, quota=quota)


def _refuse_unknown_values(task: Task) -> None:
    known: dict[str, set[str]] = {feature: set() for feature in task.features}
    for quota in task.quotas:
        known[quota.feature].add(quota.value)
    for person in task.people:
        for feature, values in known.items():
            value = person.values.get(feature, "")
            if value not in values:
                what = f"has the value {value!r}, which no quota names" if value else "has no value"
                message = f"{person.id} {what} for {feature}."
                raise LotteriesError(
                    "unknown_value", message, person=person.id, feature=feature, value=value
                )

"""Invented pools for the tests."""

import random
from collections import Counter

from alongside.engines.lotteries import Person, Quota, Task

FEATURES = {"age": ("old", "mid", "young"), "area": ("hill", "shore"), "role": ("staff", "citizen")}


def people(*rows: str, household=None) -> list[Person]:
    """Each row as `id value value ...`, values of age, area, role."""
    found = []
    for row in rows:
        name, *values = row.split()
        home = (household or {}).get(name)
        found.append(Person(name, dict(zip(FEATURES, values, strict=False)), home))
    return found


def invented(seed: int, *, most=9, homes=False, fits=True, fairness="leximin") -> Task:
    """A small task by chance; if it `fits`, its quotas are loose around one panel of it."""
    chance = random.Random(seed)
    features = dict(list(FEATURES.items())[: chance.randint(1, 3)])
    pool = [
        Person(
            f"p{number}",
            {feature: chance.choice(values) for feature, values in features.items()},
            chance.choice(["x", "y", "z", None]) if homes else None,
        )
        for number in range(chance.randint(5, most))
    ]
    size = chance.randint(2, len(pool) - 2)
    limit = chance.randint(1, 2)
    panel = chance.sample(pool, size)
    if homes and fits:
        count = Counter(person.household for person in panel if person.household)
        limit = max([limit, *count.values()])
    quotas = []
    for feature, values in features.items():
        for value in values:
            here = sum(person.values[feature] == value for person in panel)
            if fits:
                bounds = max(0, here - chance.randint(0, 1)), here + chance.randint(0, 1)
            else:
                bounds = tuple(sorted(chance.randint(0, size) for _ in range(2)))
            quotas.append(Quota(feature, value, *bounds))
    return Task.of(pool, quotas, size=size, per_household=limit, fairness=fairness)

"""Tables for the tests: small ones written out by hand, and large ones drawn from a seed."""

import random

from hypothesis import strategies as st

from alongside.engines.disclosure import Cube, Dimension, Merge, Record

GROUPS = ("elected", "manager", "staff", "resident")
DECIDE = Merge("decide", ("elected", "manager"))


def one_way(heads, *, merges=(), categories=("no", "yes")):
    """A cube of one dimension from counts by category: `{"staff": (3, 4)}`."""
    records = [
        Record(f"{member} {category} {n}", (member,), category)
        for member, counts in heads.items()
        for category, count in zip(categories, counts, strict=True)
        for n in range(count)
    ]
    return Cube.from_records([Dimension("group", tuple(heads), merges)], categories, records)


def two_way(rows, *, categories=("no", "yes")):
    """A cube of services by groups, everybody answering once: `{"parks": {"staff": (3, 4)}}`."""
    groups = tuple(next(iter(rows.values())))
    records = [
        Record(f"{service} {group} {category} {n}", (service, group), category)
        for service, cells in rows.items()
        for group, counts in cells.items()
        for category, count in zip(categories, counts, strict=True)
        for n in range(count)
    ]
    dimensions = [Dimension("service", tuple(rows)), Dimension("group", groups)]
    return Cube.from_records(dimensions, categories, records)


def survey(seed, *, heads, services=3, categories=3, part=0.6, merges=(), lean=1.0, areas=0):
    """People in groups, each answering for some services; larger `lean`, more alike answers."""
    chance = random.Random(seed)
    groups = GROUPS[: len(heads)]
    dimensions = [
        Dimension("service", tuple(f"service {n}" for n in range(services))),
        Dimension("group", groups, merges if len(heads) > 1 else ()),
    ]
    if areas:
        dimensions.append(Dimension("area", tuple(f"area {n}" for n in range(areas))))
    weights = [lean**n for n in range(categories)]
    records = []
    for group, count in zip(groups, heads, strict=True):
        for person in range(count):
            area = (f"area {chance.randrange(areas)}",) if areas else ()
            for service in dimensions[0].members:
                if chance.random() < part:
                    category = str(chance.choices(range(categories), weights)[0])
                    key = (service, group, *area)
                    records.append(Record(f"{group} {person}", key, category))
    return Cube.from_records(dimensions, [str(n) for n in range(categories)], records)


@st.composite
def surveys(draw, *, largest=14, services=3, categories=3, areas=0):
    return survey(
        draw(st.integers(0, 2**20)),
        heads=tuple(draw(st.lists(st.integers(0, largest), min_size=1, max_size=4))),
        services=draw(st.integers(1, services)),
        categories=draw(st.integers(1, categories)),
        part=draw(st.sampled_from((0.2, 0.5, 0.8, 1.0))),
        merges=draw(st.sampled_from(((), (DECIDE,)))),
        lean=draw(st.sampled_from((1.0, 3.0, 20.0))),
        areas=areas,
    )


def records_of(cube):
    """Records that would build this cube again: people matched with categories in any way."""
    return [
        Record(person, key, category)
        for key, counts in cube.counts.items()
        for person, category in zip(
            sorted(cube.people[key]),
            [c for c, n in zip(cube.categories, counts, strict=True) for _ in range(n)],
            strict=True,
        )
    ]

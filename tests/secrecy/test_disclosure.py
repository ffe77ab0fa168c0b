"""What a map leaves out stays out: an attacker with everything that was released."""

from collections import Counter
from random import Random

import pytest

from alongside.star.map_it.queries.figures import star_figures
from alongside.star.map_it.queries.releases import latest_release
from alongside.star.map_it.queries.rows import RoundRows, Row, load_rows
from tests.maps import COS, hold_round
from tests.people import World
from tests.secrecy.reader import Key, Reader, answers_known, sizes_known

SERVICES = ("care", "housing", "parks")
# How many people of each group answered: some large, some below the smallest that is shown.
ROUNDS = {
    "three councillors": {"elected": 3, "manager": 6, "staff": 14, "resident": 20},
    "few of everybody": {"elected": 2, "manager": 3, "staff": 7, "resident": 9},
    "five councillors": {"elected": 5, "manager": 7, "staff": 12, "resident": 16},
    "residents alone": {"elected": 0, "manager": 0, "staff": 0, "resident": 12},
}
SEEDS = (2, 3)


def made_up(heads: dict[str, int], seed: int) -> RoundRows:
    """People who each speak about some of three services, and answer by chance."""
    chance = Random(seed)
    rows = [
        Row(f"{group}-{number}", group, service, co, str(chance.choice((0, 1, 2, 2, 3, 4))))
        for group, count in heads.items()
        for number in range(count)
        for service in chance.sample(SERVICES, chance.choice((1, 1, 2, 3)))
        for co in COS
    ]
    return RoundRows(
        services=SERVICES,
        minimum=5,
        rows=tuple(rows),
        reports=(),
        answered={group: count for group, count in heads.items() if count},
        asked={},
        everyone_asked=frozenset(),
        as_of=None,
    )


def truth_of(data: RoundRows, reader: Reader) -> dict[Key, Counter[str]]:
    """What really stands in the cells, merged groups under their common name."""
    label = {one: name for name, members in reader.merged.items() for one in members}
    found: dict[Key, Counter[str]] = {}
    for row in data.rows:
        if row.co == reader.co:
            key = (row.service, label.get(row.group, row.group))
            found.setdefault(key, Counter())[row.code] += 1
    return found


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("heads", ROUNDS.values(), ids=ROUNDS)
def test_an_attacker_with_everything_released_works_nothing_back(
    heads: dict[str, int], seed: int
) -> None:
    """Cells alone leave a range of m; with numbers of people and shares, m sizes are possible."""
    data = made_up(heads, seed)
    bundle = star_figures(data, earlier={}, before=None, same_version=True)
    plain = Reader(bundle, "commission", only_cells=True)
    assert sizes_known(plain, least=data.minimum) == {}
    reader = Reader(bundle, "commission")
    assert sizes_known(reader, least=data.minimum - 1) == {}
    assert answers_known(reader, truth_of(data, reader)) == []


def test_there_is_something_to_be_found() -> None:
    """An attacker to whom one hidden margin is told finds the cell behind it at once."""
    data = made_up(ROUNDS["five councillors"], 2)
    bundle = star_figures(data, earlier={}, before=None, same_version=True)
    reader = Reader(bundle, "commission")
    truth = truth_of(data, reader)
    key = reader.hidden[0]
    for code in reader.codes:
        reader.know(reader.answers(key, code), truth[key][code], truth[key][code])
    assert key in sizes_known(reader, least=1)
    assert key in {found for found, _code in answers_known(reader, truth)}


@pytest.mark.django_db
def test_nor_from_a_map_that_was_answered_closed_and_drawn(world: World) -> None:
    """The same, with what the database froze."""
    services = [world.home_care, world.parks]
    crowd = {"resident": 7, "staff": 6, "manager": 3, "elected": 2}
    round_ = hold_round(
        world.strathmuir, world.cara, services, title="Small", told="small", crowd=crowd
    )
    release = latest_release(round_)
    assert release is not None
    for co in COS:
        reader = Reader(release.bundle, co)
        assert sizes_known(reader, least=round_.minimum - 1) == {}
        assert answers_known(reader, truth_of(load_rows(round_), reader)) == []

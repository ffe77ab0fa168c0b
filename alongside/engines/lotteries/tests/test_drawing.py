"""The draw: what a seed gives, again and for anybody."""

import hashlib
import json
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.engines.lotteries import Quota, Task, draw_panel, hold_lottery
from alongside.engines.lotteries.lottery import TICKETS
from alongside.engines.lotteries.tests import slow
from alongside.engines.lotteries.tests.pools import invented, people

ROWS = [f"p{n} {('old', 'mid')[n % 2]} {('hill', 'shore')[n % 3 > 0]}" for n in range(12)]
QUOTAS = [
    Quota("age", "old", 2, 2),
    Quota("age", "mid", 2, 2),
    Quota("area", "hill", 1, 2),
    Quota("area", "shore", 2, 3),
]
TASK = Task.of(people(*ROWS), QUOTAS, size=4, fairness="leximin")


def by_hand(  # noqa: C901 - one page, to be read beside the documentation
    told: dict, seed: str
) -> list[str]:
    """The draw redone from the published lottery, by what is documented; no code is shared."""
    name, taken = f"alongside lottery 1:{told['input_sha256']}:{seed}", 0

    def below(many):
        nonlocal taken
        while True:
            text = f"{name}\n{taken}".encode()
            taken += 1
            number = int(hashlib.sha256(text).hexdigest(), 16)
            if number < 2**256 // many * many:
                return number % many

    def some(things, count):
        things = list(things)
        for at in range(count):
            other = at + below(len(things) - at)
            things[at], things[other] = things[other], things[at]
        return things[:count]

    ticket = below(sum(told["tickets"]))
    at = 0
    while ticket >= told["tickets"][at]:
        ticket -= told["tickets"][at]
        at += 1
    panel, chosen = dict(told["panels"][at]), []
    for kind, ids in enumerate(told["kinds"]):
        if told["circle_of"][kind] == -1:
            chosen += some(ids, panel.get(kind, 0))
    for circle, listed in enumerate(told["circles"]):
        homes = some(listed, len(listed))
        kinds = [kind for kind, of in enumerate(told["circle_of"]) if of == circle]
        places = [place for place, kind in enumerate(kinds) for _ in range(panel.get(kind, 0))]
        for number, home in enumerate(homes):
            for place, ids in enumerate(home):
                chosen += some(ids, places[number :: len(homes)].count(place))
    return sorted(chosen)


def test_the_draw_never_changes():
    half = TICKETS // 2
    held = replace(hold_lottery(TASK), panels=((1, 1, 0, 2), (0, 2, 1, 1)), tickets=(half, half))
    assert TASK.sha256[:16] == "3ba34fdc30a80277"
    assert draw_panel(held, "dice 3 5 2").panel == ("p0", "p1", "p10", "p7")
    assert draw_panel(held, "dice 3 5 3").panel == ("p10", "p5", "p8", "p9")


@pytest.mark.parametrize("seed", range(10))
def test_anybody_can_redo_the_draw_from_what_is_published(seed):
    held = hold_lottery(invented(seed, homes=True, most=16))
    told = json.loads(json.dumps(held.published))
    for word in ("", "7", "dice 3 5 2", "Würfel"):
        assert list(draw_panel(held, word).panel) == by_hand(told, word)


@settings(max_examples=25, deadline=None)
@given(number=st.integers(0, 10**6), seed=st.text(max_size=20))
def test_no_panel_ever_breaks_a_quota_or_a_limit(number, seed):
    task = invented(number, homes=True, most=14, fairness="maximin")
    panel = draw_panel(hold_lottery(task), seed).panel
    assert len(set(panel)) == task.size
    assert slow.keeps(task, [person for person in task.people if person.id in panel])


@pytest.mark.parametrize("task", [TASK, invented(5, homes=True, most=14)], ids=["people", "homes"])
def test_over_many_draws_everybody_comes_as_often_as_their_chance_says(task):
    held, draws = hold_lottery(task), 3000
    often = Counter(one for seed in range(draws) for one in draw_panel(held, str(seed)).panel)
    for person, chance in held.chances.items():
        off = 4.5 * (chance * (1 - chance) / draws) ** 0.5
        assert often[person] / draws == pytest.approx(chance, abs=off + 1e-9)


def test_another_seed_or_another_pool_gives_another_panel():
    held = hold_lottery(TASK)
    assert len({draw_panel(held, str(seed)).panel for seed in range(20)}) > 10
    renamed = Task.of(people(*ROWS[:-1], "zoe mid shore"), QUOTAS, size=4, fairness="leximin")
    tickets = {draw_panel(hold_lottery(one), "7").ticket for one in (TASK, renamed)}
    assert len(tickets) == 2

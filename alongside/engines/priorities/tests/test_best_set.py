"""The best set of a matrix, and how firmly each item belongs there."""

import pytest

from alongside.engines.priorities import (
    Better,
    Criterion,
    Limit,
    PrioritiesError,
    Ratings,
    best_set,
)
from alongside.engines.priorities.tests import slow
from alongside.engines.priorities.tests.marks import invented, matrix, on_impact

IMPACT = [Criterion("impact")]


def money(most, **costs):
    return Limit("money", most, costs)


def found(ratings, limits, criteria=IMPACT, **given):
    return best_set(ratings, criteria, limits, **({"seed": 1, "draws": 50} | given))


def refused(limits, **given):
    with pytest.raises(PrioritiesError) as refusal:
        found(on_impact(a=[5, 4], b=[3, 3], c=[]), limits, **given)
    return refusal.value


@pytest.mark.parametrize("seed", range(5))
def test_the_set_is_the_best_of_all_sets(seed):
    rows = invented(seed, missing=0)
    items = [f"i{at}" for at in range(6)]
    costs = {item: 10 + 7 * at % 5 for at, item in enumerate(items)}
    days = {item: 3 + 5 * at % 4 for at, item in enumerate(items)}
    criteria = [Criterion("impact", weight=2), Criterion("effort", Better.LOWER, weight=1)]
    answer = found(matrix(rows), [Limit("money", 30, costs), Limit("days", 14, days)], criteria)
    worths = slow.worths(rows, items, {"impact": 2, "effort": 1}, {"effort"})
    whole = [round(worths[item] * 1_000_000) for item in items]
    table = [list(costs.values()), list(days.values())]
    worth, spent, taken = slow.best_choice(whole, table, [30, 14])
    assert answer.chosen == tuple(i for i, is_in in zip(items, taken, strict=True) if is_in)
    assert answer.worth == pytest.approx(worth / 1_000_000, abs=1e-5)
    assert answer.spent == {"money": spent[0], "days": spent[1]}
    assert answer.proved
    assert answer.at_most == answer.worth


def test_shares_say_how_firmly_an_item_belongs():
    ratings = on_impact(sure=[5] * 20, maybe=[3, 4] * 4, perhaps=[4, 3] * 4, never=[1] * 20)
    answer = found(ratings, [money(2, sure=1, maybe=1, perhaps=1, never=1)], draws=400)
    assert answer.shares["sure"] == 1
    assert answer.shares["never"] == 0
    assert 0.3 < answer.shares["maybe"] < 0.7
    assert answer.shares["maybe"] + answer.shares["perhaps"] == pytest.approx(1)
    assert (answer.draws, answer.proved_draws, answer.seed) == (400, 400, 1)


def test_the_same_seed_gives_the_same_answer():
    ratings, limits = on_impact(a=[5, 3], b=[3, 4], c=[4, 2]), [money(2, a=1, b=1, c=1)]
    assert found(ratings, limits) == found(ratings, limits)
    assert found(ratings, limits).shares != found(ratings, limits, seed=5).shares


def test_what_must_be_in_is_in_and_what_must_not_is_out():
    ratings = on_impact(a=[5, 5], b=[3, 3], c=[1, 1])
    answer = found(ratings, [money(2, a=1, b=1, c=1)], must=["c"], must_not={"a"})
    assert answer.chosen == ("b", "c")
    assert (answer.shares["a"], answer.shares["c"]) == (0, 1)
    assert answer.worth == 0.5


def test_an_unrated_item_is_not_chosen_unless_it_must_be():
    ratings = on_impact(a=[5, 5], b=[])
    answer = found(ratings, [money(9, a=1, b=None)])
    assert (answer.chosen, answer.unrated, answer.shares["b"]) == (("a",), ("b",), None)
    forced = found(ratings, [money(9, a=1, b=1)], must=["b"])
    assert (forced.chosen, forced.worth, forced.shares["b"]) == (("a", "b"), 1, 1)


def test_only_unrated_items_that_must_be_in_are_a_set_too():
    answer = found(on_impact(a=[]), [money(3, a=2)], must=["a"])
    assert (answer.chosen, answer.worth, answer.spent) == (("a",), 0, {"money": 2})


def test_an_item_of_no_worth_is_not_taken_for_its_own_sake():
    ratings = on_impact(a=[1, 1], b=[2, 2])
    answer = found(ratings, [money(9, a=0, b=1)], asked={"": 2})
    assert (answer.chosen, answer.shares) == (("b",), {"a": 0, "b": 1})


def test_ties_are_settled_as_published():
    ratings = on_impact(late=[4, 4], early=[4, 4], cheap=[4, 4])
    settings = {"asked": {"": 2}}
    answer = found(ratings, [money(2, late=2, early=2, cheap=1)], **settings)
    assert answer.chosen == ("cheap",)
    answer = found(ratings, [money(2, late=2, early=2, cheap=2)], **settings)
    assert (answer.chosen, answer.shares["late"]) == (("late",), 1)


def test_trouble_is_told_in_words_that_name_it():
    assert refused([]).code == "no_limits"
    assert refused([money(5, a=1, b=None)]).params["items"] == ("b",)
    assert refused([money(5, a=1, b=-2)]).params["items"] == ("b",)
    assert refused([money(0, a=1, b=1)]).code == "nothing_fits"
    assert refused([money(1, a=1, b=1)], must=["a", "b"]).code == "must_exceeds_limit"
    assert refused([money(1, a=1, b=1)], must=["a"], must_not=["a"]).params["items"] == ("a",)
    assert refused([money(1, a=1, b=1)], must=["z"]).params["names"] == ("z",)
    assert refused([money(1)], must_not=["a", "b"]).code == "nothing_to_choose"
    assert refused([money(1, a=1, b=1)], draws=0).code == "no_draws"
    assert refused([money(1, a=1, b=1)], criteria=[]).code == "no_criteria"


def test_nobody_rated_anything_is_told():
    with pytest.raises(PrioritiesError, match="every item is unrated") as refusal:
        found(Ratings.of([], items=["a"], criteria=["impact"]), [money(1, a=1)])
    assert refusal.value.code == "nothing_to_choose"

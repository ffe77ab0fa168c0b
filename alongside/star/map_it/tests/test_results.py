"""The sentences of results, from plain figures."""

from alongside.foundation.places.vocabulary import default_words
from alongside.star.framework.instrument import load_instrument
from alongside.star.map_it.queries.results import change_sentences


def sentences(status: str, levels: list[int] | None, more: bool | None) -> list[str]:
    bundle = {
        "points": [{"co": "design", "status": status}],
        "change": [{"co": "design", "levels": levels, "more": more}],
    }
    return change_sentences(bundle, default_words(), load_instrument())


def test_a_change_between_two_settled_levels_names_both() -> None:
    said = sentences("level", [1, 2], more=True)
    assert said == ["Design together: from once or twice to in pockets."]


def test_beside_an_unsettled_level_only_the_direction_is_told() -> None:
    said = sentences("between", [1, 2], more=True)
    assert said == ["Design together: more often than before."]
    assert sentences("between", [2, 1], more=False) == ["Design together: less often than before."]


def test_without_a_change_that_may_be_shown_nothing_is_told() -> None:
    assert sentences("level", None, more=None) == []

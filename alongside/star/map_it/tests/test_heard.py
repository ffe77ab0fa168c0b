"""What is said of each group: how many were heard, and why one isn't shown."""

import pytest

from alongside.foundation.places.vocabulary import default_words
from alongside.star.map_it.queries.heard import group_sentences

SHOWN = {"answered": 12, "asked": 0, "state": "shown", "into": ""}


def people(**managers: object) -> dict[str, dict[str, object]]:
    groups = dict.fromkeys(("elected", "staff", "resident"), SHOWN)
    return {**groups, "manager": {**SHOWN, **managers}}


def sentences(said: dict[str, dict[str, object]], **how: bool) -> str:
    return " ".join(group_sentences(said, default_words(), **how))


def test_six_of_six_who_are_not_shown_get_a_reason() -> None:
    said = people(answered=6, asked=6, state="too_few")
    assert "6 of 6 managers answered; not shown" in sentences(said, says_why=True)
    assert "Why is a group not shown although enough of its people answered?" in sentences(
        said, says_why=True
    )
    assert "Why" not in sentences(said)


@pytest.mark.parametrize("state", ["shown", "too_few", "none"])
def test_where_nothing_is_puzzling_nothing_is_explained(state: str) -> None:
    said = people(answered=3 if state == "too_few" else 0, state=state)
    assert "Why" not in sentences(said, says_why=True)

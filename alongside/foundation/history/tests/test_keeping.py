"""What is kept is worked out once, until anything changes anywhere."""

import pytest
from django.utils.translation import override

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import system_actor
from alongside.foundation.history.keeping import kept
from tests.people import World

pytestmark = pytest.mark.django_db


def test_it_is_made_again_after_a_change_for_other_words_and_in_another_language(
    world: World,
) -> None:
    made: list[str] = []

    def make() -> list[str]:
        made.append("once more")
        return []

    assert kept("words", 1, make=make) == kept("words", 1, make=make) == []
    assert len(made) == 1
    kept("words", 2, make=make)
    with override("cy"):
        kept("words", 1, make=make)
    assert len(made) == 3
    record_event("change", world.strathmuir, by=system_actor(), place_id=world.strathmuir.pk)
    kept("words", 1, make=make)
    assert len(made) == 4

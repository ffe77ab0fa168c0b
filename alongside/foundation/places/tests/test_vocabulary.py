"""A place's own words."""

import pytest

from alongside.foundation.history.refusal import Refusal
from alongside.foundation.places.actions import choose_term
from alongside.foundation.places.vocabulary import default_terms, default_words, fill, words_of
from tests.people import World

NEIGHBOUR = {
    "singular": "neighbour",
    "plural": "neighbours",
}


def test_a_place_that_chose_nothing_uses_the_default_words(world: World) -> None:
    assert words_of(world.strathmuir) == default_words()


def test_a_chosen_term_replaces_every_form_here_and_nowhere_else(world: World) -> None:
    choose_term(
        world.strathmuir, language="en-gb", key="resident", forms=NEIGHBOUR, by=world.cara.actor
    )
    assert words_of(world.strathmuir)["resident_plural_start"] == "Neighbours"
    assert words_of(world.glenbeg)["resident_plural_start"] == "Residents"


def test_a_term_with_a_form_missing_is_refused(world: World) -> None:
    with pytest.raises(Refusal, match="forms_missing"):
        choose_term(
            world.strathmuir,
            language="en-gb",
            key="resident",
            forms={**NEIGHBOUR, "plural": " "},
            by=world.cara.actor,
        )


def test_only_the_lead_chooses_words(world: World) -> None:
    for somebody in (world.ann, world.bo, world.dev, world.eve, world.fay):
        with pytest.raises(Refusal, match="not_allowed"):
            choose_term(
                world.strathmuir,
                language="en-gb",
                key="resident",
                forms=NEIGHBOUR,
                by=somebody.actor,
            )


def test_a_sentence_with_an_unknown_word_is_an_error() -> None:
    with pytest.raises(KeyError):
        fill("Ask {nobody}.", default_words())


def test_no_term_has_an_empty_form() -> None:
    assert all(forms and all(forms.values()) for forms in default_terms().values())

"""People's own words: read first, released together, mixed."""

import pytest
from django.test import Client
from django.urls import reverse

from alongside.foundation.history.refusal import Refusal
from alongside.star.map_it.actions.rounds import close_round
from alongside.star.map_it.actions.words import release_words, released_words, words_to_read
from alongside.star.map_it.models import FreeWord, Round
from alongside.star.map_it.tests.answered_round import answer, opened_round
from tests.people import World


def round_with_words(world: World, count: int) -> Round:
    round_ = opened_round(world)
    for n, response in enumerate(answer(round_, "resident", ["1"] * count, services=[world.parks])):
        FreeWord.objects.create(place=round_.place, response=response, text=f"Words {n}")
    return close_round(round_, by=world.cara.actor)


def test_words_are_shown_only_when_released(world: World) -> None:
    round_ = round_with_words(world, 6)
    assert released_words(round_) == []
    chosen = [word.pk for word in words_to_read(round_)]
    release_words(round_, released=chosen, kept_back=[], reason="", by=world.cara.actor)
    assert sorted(released_words(round_)) == [f"Words {n}" for n in range(6)]
    assert words_to_read(round_) == []


def test_fewer_than_the_smallest_group_are_not_released(world: World) -> None:
    round_ = round_with_words(world, 6)
    chosen = [word.pk for word in words_to_read(round_)][:4]
    with pytest.raises(Refusal, match="too_few_words"):
        release_words(round_, released=chosen, kept_back=[], reason="", by=world.cara.actor)


def test_numbers_of_nothing_do_not_let_a_single_text_out(world: World) -> None:
    round_ = round_with_words(world, 6)
    one = words_to_read(round_)[0].pk
    padded = [one, 900_001, 900_002, 900_003, 900_004]
    with pytest.raises(Refusal, match="too_few_words"):
        release_words(round_, released=padded, kept_back=[], reason="", by=world.cara.actor)
    assert released_words(round_) == []


def test_a_number_that_is_none_is_passed_over(world: World, client: Client) -> None:
    round_ = round_with_words(world, 6)
    client.force_login(world.cara.user)
    page = reverse("map_it:words", args=["strathmuir", round_.slug])
    sent = {"word-\u00b2": "release", "word-": "release", f"word-{10**30}": "release"}
    assert client.post(page, sent).status_code == 302
    assert released_words(round_) == []


def test_keeping_back_needs_a_reason(world: World) -> None:
    round_ = round_with_words(world, 1)
    chosen = [word.pk for word in words_to_read(round_)]
    with pytest.raises(Refusal, match="no_reason"):
        release_words(round_, released=[], kept_back=chosen, reason=" ", by=world.cara.actor)
    release_words(round_, released=[], kept_back=chosen, reason="A name", by=world.cara.actor)
    assert words_to_read(round_) == []


@pytest.mark.parametrize("name", ["ann", "bo", "dev", "rona", "eve", "fay"])
def test_only_the_lead_reads_them(world: World, name: str) -> None:
    round_ = round_with_words(world, 5)
    with pytest.raises(Refusal, match="not_allowed"):
        release_words(round_, released=[1], kept_back=[], reason="", by=getattr(world, name).actor)


def test_words_of_another_round_are_not_touched(world: World) -> None:
    round_, other = round_with_words(world, 5), round_with_words(world, 5)
    chosen = [word.pk for word in words_to_read(other)]
    release_words(round_, released=chosen, kept_back=[], reason="", by=world.cara.actor)
    assert len(words_to_read(other)) == 5


def test_signs_that_no_database_keeps_are_left_out_of_a_reason(world: World, client) -> None:
    round_ = round_with_words(world, 1)
    client.force_login(world.cara.user)
    word = words_to_read(round_)[0]
    address = f"/strathmuir/workspace/map/{round_.slug}/words/"
    client.post(address, {f"word-{word.pk}": "keep", "reason": "A\x00 name"})
    word.refresh_from_db()
    assert (word.state, word.reason) == (FreeWord.State.KEPT_BACK, "A name")

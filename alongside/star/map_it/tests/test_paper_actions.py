"""A batch from paper: all or nothing, each form once."""

from datetime import timedelta

import pytest

from alongside.foundation.history.models import Event
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.responses.models import Response
from alongside.star.map_it.actions.paper import PaperForm, enter_batch
from alongside.star.map_it.models import CoAnswer, FreeWord, Round
from alongside.star.map_it.tests.answering import make_round, move_closing
from tests.people import World


@pytest.fixture
def round_(world: World) -> Round:
    return make_round(world.strathmuir, world.home_care, world.parks)


def form(world: World, number: int = 1, code: str = "2", **changes) -> PaperForm:
    given = {
        "group": "resident",
        "resident_kind": "uses",
        "answers": {world.parks: {"design": code}},
        "word": "",
        **changes,
    }
    return PaperForm(number=number, **given)


def enter(world: World, round_: Round, *forms: PaperForm, batch: str = "library 3", by=None):
    return enter_batch(round_, batch=batch, forms=forms, by=by or world.cara.actor)


def counted(round_: Round) -> int:
    return Response.objects.in_place(round_.place).counted().count()


def test_a_batch_is_counted_form_by_form(world: World, round_: Round):
    receipt = enter(world, round_, form(world, 1, word="Thank you"), form(world, 2, "4"))
    assert (receipt.new_count, receipt.repeated_count) == (2, 0)
    kept = Response.objects.in_place(round_.place).counted().order_by("pk")
    assert set(kept.values_list("channel", "batch", "resident_kind")) == {
        ("paper", "LIBRARY 3", "uses")
    }
    assert FreeWord.objects.in_place(round_.place).get().text == "Thank you"


def test_a_form_about_two_services_is_one_person(world: World, round_: Round):
    both = {world.parks: {"design": "2"}, world.home_care: {"design": "0"}}
    enter(world, round_, form(world, answers=both))
    assert counted(round_) == 1
    assert CoAnswer.objects.in_place(round_.place).count() == 2


def test_the_same_batch_keyed_again_does_not_double(world: World, round_: Round):
    enter(world, round_, form(world, 1), form(world, 2))
    receipt = enter(world, round_, form(world, 1), form(world, 2), batch="  Library   3 ")
    assert (receipt.new_count, receipt.repeated_count) == (0, 2)
    assert counted(round_) == 2


def test_one_form_that_contradicts_itself_keeps_the_whole_batch_out(world: World, round_: Round):
    enter(world, round_, form(world, 1))
    receipt = enter(world, round_, form(world, 1, "4"), form(world, 2))
    assert list(receipt.problems) == [1]
    assert counted(round_) == 1


def test_the_number_of_a_form_belongs_to_its_batch_and_round(world: World, round_: Round):
    other = make_round(world.strathmuir, world.parks, slug="other")
    enter(world, round_, form(world, 1))
    enter(world, round_, form(world, 1), batch="library 4")
    enter(world, other, form(world, 1))
    assert counted(round_) == 3


def test_a_foreign_service_keeps_the_batch_out(world: World, round_: Round):
    foreign = form(world, 2, answers={world.elsewhere: {"design": "2"}})
    with pytest.raises(Refusal, match=r"^not_asked$"):
        enter(world, round_, form(world, 1), foreign)
    assert counted(round_) == 0


def test_forms_that_come_after_closing_are_late_and_then_refused(world: World, round_: Round):
    move_closing(round_, -timedelta(hours=1))
    enter(world, round_, form(world, 1))
    assert Response.objects.in_place(round_.place).get().is_late
    move_closing(round_, -timedelta(days=3))
    with pytest.raises(Refusal, match=r"^closed$"):
        enter(world, round_, form(world, 2))


def test_only_those_who_enter_for_others_may(world: World, round_: Round):
    for other in (world.bo, world.rona, world.eve, world.fay):
        with pytest.raises(Refusal, match=r"^not_allowed$"):
            enter(world, round_, form(world), by=other.actor)


def test_history_tells_of_the_batch_once(world: World, round_: Round):
    enter(world, round_, form(world, 1), form(world, 2))
    enter(world, round_, form(world, 1), form(world, 2))
    events = Event.objects.filter(verb="enter_batch")
    assert [(e.channel, e.subject_kind) for e in events] == [("paper", "map_it.round")]

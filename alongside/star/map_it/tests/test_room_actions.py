"""What a facilitator writes: positions beside the answers, dots as answers, seats for others."""

import uuid
from datetime import timedelta

import pytest

from alongside.foundation.history.actor import Channel, OnBehalf
from alongside.foundation.history.models import Event
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.responses.models import Response
from alongside.star.map_it.actions.room import (
    Position,
    agree_positions,
    count_dots,
    seat_for_assisted,
)
from alongside.star.map_it.models import AgreedPosition, CoAnswer, Round
from alongside.star.map_it.tests.answering import make_round, move_closing
from tests.people import World

KEY = uuid.UUID("11111111-1111-4111-8111-111111111111")
OTHER_KEY = uuid.UUID("22222222-2222-4222-8222-222222222222")


@pytest.fixture
def round_(world: World) -> Round:
    return make_round(world.strathmuir, world.home_care, world.parks)


def agree(world: World, round_: Round, **changes) -> list[AgreedPosition]:
    given = {
        "table": "Table 3",
        "heads": {"elected": 3, "resident": 0},
        "service": None,
        "positions": {"design": Position("2", "One sees it more often in the parks.")},
        "submission_key": KEY,
        "by": world.cara.actor,
        **changes,
    }
    return agree_positions(round_, **given)


def count(world: World, round_: Round, **changes) -> int:
    given = {
        "service": world.parks,
        "group": "resident",
        "dots": {"design": {"0": 3, "4": 2}, "assess": {"1": 4}},
        "sheet": "Millbrae hall",
        "submission_key": KEY,
        "by": world.cara.actor,
        **changes,
    }
    return count_dots(round_, **given)


def refused(code: str):
    return pytest.raises(Refusal, match=f"^{code}$")


def counted(round_: Round) -> int:
    return Response.objects.in_place(round_.place).counted().count()


def test_an_agreed_position_stands_beside_answers_and_is_never_counted(world, round_: Round):
    agree(world, round_)
    kept = AgreedPosition.objects.in_place(round_.place).get()
    assert (kept.table, kept.co, kept.code, kept.heads) == (
        "Table 3",
        "design",
        "2",
        {"elected": 3},
    )
    assert kept.dissent == "One sees it more often in the parks."
    assert counted(round_) == 0
    assert not CoAnswer.objects.in_place(round_.place).exists()


def test_one_group_speaks_as_one_and_a_mixed_table_as_none(world: World, round_: Round):
    assert agree(world, round_)[0].group == "elected"
    mixed = agree(world, round_, table="Table 4", heads={"elected": 2, "resident": 4})
    assert mixed[0].group == ""


def test_the_same_position_sent_again_stays_one(world: World, round_: Round):
    agree(world, round_)
    agree(world, round_)
    assert AgreedPosition.objects.in_place(round_.place).count() == 1


def test_a_table_that_agreed_already_is_replaced_only_when_asked_for(world, round_: Round):
    agree(world, round_)
    change = {"positions": {"design": Position("4")}, "submission_key": OTHER_KEY}
    with refused("position_there") as caught:
        agree(world, round_, table="table 3", **change)
    assert caught.value.status == 409
    agree(world, round_, table="table 3", replaces=True, **change)
    assert AgreedPosition.objects.in_place(round_.place).get().code == "4"


def test_all_services_together_and_one_service_are_two_positions(world: World, round_: Round):
    agree(world, round_)
    agree(world, round_, service=world.parks, submission_key=OTHER_KEY)
    assert AgreedPosition.objects.in_place(round_.place).count() == 2
    with refused("not_asked"):
        agree(world, round_, service=world.elsewhere)


def test_each_dot_in_a_row_is_one_persons_answer(world: World, round_: Round):
    assert count(world, round_) == 5
    assert counted(round_) == 5
    codes = CoAnswer.objects.in_place(round_.place).order_by("co", "code")
    said = list(codes.values_list("co", "code"))
    assert said == [("assess", "1")] * 4 + [("design", "0")] * 3 + [("design", "4")] * 2
    kept = Response.objects.in_place(round_.place).select_related("participant").first()
    assert (kept.channel, kept.group, kept.batch) == ("room", "resident", "Millbrae hall")
    assert kept.participant.person is None


def test_the_same_sheet_sent_again_is_counted_once(world: World, round_: Round):
    count(world, round_)
    count(world, round_)
    assert counted(round_) == 5


def test_the_same_page_with_other_numbers_is_refused_whole(world: World, round_: Round):
    count(world, round_)
    with refused("submission_conflict"):
        count(world, round_, dots={"design": {"0": 6}})
    assert counted(round_) == 5


def test_a_sheet_keyed_in_by_somebody_else_is_noticed(world: World, round_: Round):
    count(world, round_)
    with refused("already_keyed"):
        count(world, round_, submission_key=OTHER_KEY)
    count(world, round_, submission_key=OTHER_KEY, adds=True)
    assert counted(round_) == 10


def test_another_group_or_service_may_use_the_same_sheet_name(world: World, round_: Round):
    count(world, round_)
    count(world, round_, submission_key=OTHER_KEY, group="staff")
    count(world, round_, submission_key=uuid.uuid4(), service=world.home_care)
    assert counted(round_) == 15


def test_an_empty_sheet_and_a_foreign_service_are_refused(world: World, round_: Round):
    with refused("no_dots"):
        count(world, round_, dots={"design": {"0": 0}})
    with refused("not_asked"):
        count(world, round_, service=world.elsewhere)


def test_for_whom_and_how_it_is_filled_in_is_kept(world: World, round_: Round):
    seat_for_assisted(
        round_,
        group="resident",
        channel=Channel.PHONE,
        on_behalf_of=OnBehalf.GUARDIAN,
        by=world.cara.actor,
    )
    kept = Response.objects.in_place(round_.place).get()
    assert (kept.channel, kept.on_behalf_of) == ("phone", "guardian")
    event = Event.objects.order_by("-pk").first()
    assert (event.verb, event.channel, event.on_behalf_of) == ("assist", "phone", "guardian")
    assert event.subject_kind == "map_it.round"


def test_only_those_who_run_a_room_enter_for_others(world: World, round_: Round):
    for other in (world.bo, world.dev, world.rona, world.eve, world.fay):
        with refused("not_allowed"):
            agree(world, round_, by=other.actor)
        with refused("not_allowed"):
            count(world, round_, by=other.actor)
        with refused("not_allowed"):
            seat_for_assisted(
                round_,
                group="resident",
                channel=Channel.PHONE,
                on_behalf_of=None,
                by=other.actor,
            )
    assert counted(round_) == 0


def test_after_closing_dots_are_late_and_then_refused(world: World, round_: Round):
    move_closing(round_, -timedelta(hours=1))
    count(world, round_)
    assert Response.objects.in_place(round_.place).filter(is_late=True).count() == 5
    move_closing(round_, -timedelta(days=3))
    with refused("closed"):
        count(world, round_, submission_key=OTHER_KEY, adds=True)
    with refused("closed"):
        agree(world, round_)


def test_history_tells_of_the_sheet_and_not_of_single_answers(world: World, round_: Round):
    before = Event.objects.count()
    count(world, round_)
    count(world, round_)
    assert list(Event.objects.order_by("-pk").values_list("verb", flat=True)[:1]) == ["count_dots"]
    assert Event.objects.count() == before + 1

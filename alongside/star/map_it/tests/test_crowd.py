"""A full hall gets in, a machine doesn't, and what one network does stops no other."""

import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from alongside.foundation.accounts.models import Tally
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.models import Seat
from alongside.foundation.responses import crowd
from alongside.star.map_it.actions.answers import begin_as_guest
from alongside.star.map_it.models import Round
from alongside.star.map_it.tests.answer_pages import begin, url
from alongside.star.map_it.tests.answering import make_round
from tests.people import World

HALL = "192.0.2.7"


@pytest.fixture
def round_(world: World) -> Round:
    return make_round(world.strathmuir, world.home_care, world.parks)


def people_begin(round_: Round, count: int, network: str = HALL) -> None:
    for _ in range(count):
        begin_as_guest(round_, submission_key=uuid.uuid4(), network=network)


def used_up(limit: crowd.Limit, subject: object) -> None:
    crowd.count_towards(limit, subject)
    first = Tally.objects.filter(kind=limit.kind).latest("pk")
    Tally.objects.bulk_create(
        Tally(kind=first.kind, key_hash=first.key_hash) for _ in range(limit.most - 1)
    )


def test_three_hundred_phones_behind_one_address_all_get_in(round_: Round) -> None:
    people_begin(round_, 300)
    assert Seat.objects.in_place(round_.place).count() == 300


def test_a_machine_is_stopped_and_other_networks_are_not(round_: Round) -> None:
    used_up(crowd.A_HALL, HALL)
    with pytest.raises(Refusal, match="too_many_here"):
        people_begin(round_, 1)
    people_begin(round_, 1, network="198.51.100.9")
    assert Seat.objects.in_place(round_.place).count() == 1


def test_after_a_quarter_of_an_hour_the_hall_may_begin_again(round_: Round) -> None:
    used_up(crowd.A_HALL, HALL)
    Tally.objects.update(at=timezone.now() - timedelta(minutes=16))
    people_begin(round_, 1)


def test_slow_stuffing_of_one_map_ends_after_two_halls(world: World, round_: Round) -> None:
    used_up(crowd.A_DAY_IN_ONE, f"{round_.activity_id} {HALL}")
    Tally.objects.update(at=timezone.now() - timedelta(hours=20))
    with pytest.raises(Refusal, match="too_many_here"):
        people_begin(round_, 1)
    people_begin(make_round(world.glenbeg, world.elsewhere), 1)


def test_the_page_says_what_else_one_can_do(client: Client, world: World, round_: Round) -> None:
    used_up(crowd.A_HALL, "127.0.0.1")
    response = client.post(url("begin", round_), {"submission_key": str(uuid.uuid4())})
    html = response.content.decode()
    assert response.status_code == 429
    assert "try again in a quarter of an hour" in html
    assert url("come-back", round_) in html
    assert "seat" not in response.cookies
    assert not Seat.objects.in_place(round_.place).exists()


def test_whoever_has_begun_goes_on_whatever_the_others_do(client: Client, round_: Round) -> None:
    begin(client, round_)
    used_up(crowd.A_HALL, "127.0.0.1")
    assert client.post(url("begin", round_)).status_code == 302
    assert client.post(url("who", round_), {"kind": "uses"}).status_code == 302

"""Which services somebody speaks about, in what role, from which group."""

import pytest

from alongside.foundation.history.refusal import Refusal
from alongside.foundation.responses.models import Response
from alongside.star.map_it.actions.answers import (
    save_answers,
)
from alongside.star.map_it.actions.choosing import choose_kind, choose_services, claim_group
from alongside.star.map_it.models import CoAnswer, Round
from alongside.star.map_it.queries.answering import sheet_of
from alongside.star.map_it.tests.answering import (
    ALL_OFTEN,
    answered,
    begin_as,
    guest_of,
    make_round,
    send,
)
from tests.people import World


@pytest.fixture
def round_(world: World) -> Round:
    return make_round(world.strathmuir, world.home_care, world.parks)


def refused(code: str):
    return pytest.raises(Refusal, match=f"^{code}$")


def counted(round_: Round) -> int:
    return Response.objects.in_place(round_.place).counted().count()


def test_a_councillor_claimed_by_open_link_is_kept_outside_the_star(world: World, round_: Round):
    guest = guest_of(round_)
    response = begin_as(round_, guest)
    claim_group(round_, response, group="elected", by=guest)
    save_answers(round_, response, service=world.parks, answers=ALL_OFTEN, by=guest)
    send(round_, response, guest)
    kept = Response.objects.in_place(round_.place).get()
    assert (kept.group, kept.group_confirmed, kept.state) == ("elected", False, "submitted")
    assert counted(round_) == 0


def test_whoever_claims_to_be_a_resident_again_counts_as_one(world: World, round_: Round):
    guest = guest_of(round_)
    response = begin_as(round_, guest)
    claim_group(round_, response, group="elected", by=guest)
    claim_group(round_, response, group="resident", by=guest)
    save_answers(round_, response, service=world.parks, answers=ALL_OFTEN, by=guest)
    send(round_, response, guest)
    assert counted(round_) == 1


def test_members_and_those_who_have_sent_keep_their_group(world: World, round_: Round):
    bo = world.bo.actor
    response = begin_as(round_, bo)
    with refused("group_stands"):
        claim_group(round_, response, group="elected", by=bo)
    guest = guest_of(round_)
    with refused("group_stands"):
        claim_group(round_, answered(round_, guest, world.parks), group="elected", by=guest)


def test_residents_pick_one_to_three_services(world: World, round_: Round):
    guest = guest_of(round_)
    response = begin_as(round_, guest)
    with refused("how_many"):
        choose_services(round_, response, services=[], by=guest)
    choose_services(round_, response, services=[world.parks], by=guest)
    fresh = Response.objects.in_place(round_.place).get()
    assert sheet_of(round_, fresh).chosen == (world.parks,)


def test_a_dropped_service_takes_its_answers_along_before_sending_only(world, round_: Round):
    guest = guest_of(round_)
    response = begin_as(round_, guest)
    save_answers(round_, response, service=world.parks, answers=ALL_OFTEN, by=guest)
    choose_services(round_, response, services=[world.home_care], by=guest)
    assert not CoAnswer.objects.in_place(round_.place).exists()
    save_answers(round_, response, service=world.home_care, answers=ALL_OFTEN, by=guest)
    send(round_, response, guest)
    with refused("already_sent"):
        choose_services(round_, response, services=[world.parks], by=guest)


def test_how_one_has_to_do_with_a_service_is_kept_with_the_response(world, round_: Round):
    guest = guest_of(round_)
    response = begin_as(round_, guest)
    choose_kind(round_, response, kind="cares", by=guest)
    kept = Response.objects.in_place(round_.place).select_related("participant").get()
    assert (kept.resident_kind, kept.participant.resident_kind) == ("cares", "cares")

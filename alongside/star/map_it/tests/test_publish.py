"""Sharing a Star: preview, signatures, sharing, taking back."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.foundation.disclosure.models import Release
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.models import Membership
from alongside.foundation.places.actions import choose_term, edit_place
from alongside.star.map_it.actions import publish as actions
from alongside.star.map_it.actions.draw import draw_star
from alongside.star.map_it.models import Round
from alongside.star.map_it.queries.releases import shared_star
from alongside.star.map_it.tests.answered_round import answer
from alongside.star.map_it.tests.test_draw import drawn_round
from tests.people import World

PUBLIC = Round.Sharing.PUBLIC


def previewed(world: World, *, days_ago: int = 8) -> Round:
    round_, _ = drawn_round(world)
    actions.offer_preview(round_, wanted=PUBLIC, days=7, by=world.cara.actor)
    Round.objects.in_place(world.strathmuir).update(
        preview_until=timezone.now() + timedelta(days=7 - days_ago)
    )
    return Round.objects.in_place(world.strathmuir).get()


def signed(world: World, **when: int) -> Round:
    round_ = previewed(world, **when)
    actions.sign_off(round_, by=world.cara.actor)
    return actions.sign_off(round_, by=world.rona.actor)


def test_a_star_previewed_and_signed_by_both_is_shared(world: World) -> None:
    assert actions.share_round(signed(world), by=world.cara.actor).sharing == PUBLIC


def test_it_is_not_shared_before_the_days_for_replies_are_over(world: World) -> None:
    with pytest.raises(Refusal, match="preview_running"):
        actions.share_round(signed(world, days_ago=6), by=world.cara.actor)


def test_it_is_not_shared_without_the_resident_co_lead(world: World) -> None:
    round_ = previewed(world)
    actions.sign_off(round_, by=world.cara.actor)
    with pytest.raises(Refusal, match="unsigned_resident"):
        actions.share_round(round_, by=world.cara.actor)


def test_whose_signature_is_missing_is_said_in_the_places_words(
    world: World, client: Client
) -> None:
    round_ = previewed(world)
    actions.sign_off(round_, by=world.cara.actor)
    forms = {"singular": "service user", "plural": "service users"}
    choose_term(
        world.strathmuir, language="en-gb", key="resident", forms=forms, by=world.cara.actor
    )
    client.force_login(world.cara.user)
    html = client.get(reverse("map_it:sharing", args=["strathmuir", round_.slug])).content.decode()
    assert "The service user co-lead has not signed." in html
    assert "the service user co-lead where there is one" in html
    assert "resident" not in html.split("<main")[1].split("</main>")[0]


def test_where_there_is_no_resident_co_lead_the_lead_signs_alone(world: World) -> None:
    Membership.objects.in_place(world.strathmuir).filter(role="resident_lead").update(
        from_on=timezone.localdate() - timedelta(days=9),
        until_on=timezone.localdate() - timedelta(days=1),
    )
    round_ = previewed(world)
    actions.sign_off(round_, by=world.cara.actor)
    assert actions.share_round(round_, by=world.cara.actor).sharing == PUBLIC


def test_nothing_is_shared_in_the_weeks_before_an_election(world: World) -> None:
    today = timezone.localdate()
    edit_place(
        world.strathmuir,
        publishing_paused_from=today,
        publishing_paused_until=today + timedelta(days=40),
        by=world.cara.actor,
    )
    with pytest.raises(Refusal, match="paused"):
        actions.share_round(signed(world), by=world.cara.actor)


def test_a_new_preview_needs_new_signatures(world: World) -> None:
    round_ = signed(world)
    again = actions.offer_preview(round_, wanted=PUBLIC, days=7, by=world.cara.actor)
    assert (again.signed_by_lead_at, again.signed_by_resident_lead_at) == (None, None)


def test_dissent_is_kept_with_the_result(world: World) -> None:
    round_ = previewed(world)
    actions.sign_off(round_, dissent="Carers were not asked.", by=world.rona.actor)
    round_.refresh_from_db()
    assert round_.dissent == "Carers were not asked."


def test_a_shared_star_can_be_taken_back_at_once(world: World) -> None:
    round_ = actions.share_round(signed(world), by=world.cara.actor)
    assert actions.take_back(round_, by=world.cara.actor).sharing == Round.Sharing.PRIVATE


def test_a_preview_of_less_than_three_days_is_refused(world: World) -> None:
    round_, _ = drawn_round(world)
    with pytest.raises(Refusal, match="preview_too_short"):
        actions.offer_preview(round_, wanted=PUBLIC, days=2, by=world.cara.actor)


@pytest.mark.parametrize("name", ["ann", "bo", "dev", "rona", "eve", "fay"])
def test_only_the_lead_decides_who_sees_it(world: World, name: str) -> None:
    by = getattr(world, name).actor
    round_ = signed(world)
    for act in (
        lambda: actions.offer_preview(round_, wanted=PUBLIC, days=7, by=by),
        lambda: actions.share_round(round_, by=by),
        lambda: actions.take_back(round_, by=by),
    ):
        with pytest.raises(Refusal, match="not_allowed"):
            act()


@pytest.mark.parametrize("name", ["ann", "bo", "dev", "eve", "fay"])
def test_only_lead_and_resident_co_lead_sign(world: World, name: str) -> None:
    with pytest.raises(Refusal, match="not_allowed"):
        actions.sign_off(previewed(world), by=getattr(world, name).actor)


def test_a_member_replies_while_there_is_time(world: World) -> None:
    round_ = previewed(world, days_ago=2)
    actions.reply_to_preview(round_, text="Ask the carers.", by=world.ann.actor)
    actions.reply_to_preview(round_, text="Ask the carers first.", by=world.ann.actor)
    assert [reply.text for reply in round_.replies.all()] == ["Ask the carers first."]


def test_after_the_days_no_reply_is_taken(world: World) -> None:
    with pytest.raises(Refusal, match="no_preview"):
        actions.reply_to_preview(previewed(world), text="Late", by=world.ann.actor)


@pytest.mark.parametrize("name", ["eve", "fay"])
def test_only_members_reply(world: World, name: str) -> None:
    round_ = previewed(world, days_ago=2)
    with pytest.raises(Refusal, match="not_allowed"):
        actions.reply_to_preview(round_, text="x", by=getattr(world, name).actor)


def drawn_anew(world: World, round_: Round) -> Release:
    more = ["4", "3", "4", "2", "3", "4", "3"]
    answer(round_, "resident", more, services=[world.home_care, world.parks])
    return draw_star(round_, by=world.cara.actor)


def test_a_star_drawn_after_the_signatures_is_not_shared(world: World) -> None:
    """The lead can't have one result signed and show another."""
    round_ = signed(world)
    assert drawn_anew(world, round_).number == 2
    with pytest.raises(Refusal, match="drawn_since"):
        actions.share_round(round_, by=world.cara.actor)


def test_what_was_signed_stays_what_everybody_sees(world: World) -> None:
    round_ = actions.share_round(signed(world), by=world.cara.actor)
    drawn_anew(world, round_)
    found = shared_star(world.strathmuir)
    assert found is not None
    assert found[1].number == 1

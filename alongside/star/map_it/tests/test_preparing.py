"""A map that is being prepared can be changed and discarded; one that is open only a little."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.foundation.consent.models import Activity
from alongside.foundation.history.models import Event
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.actions import open_link
from alongside.foundation.members.queries import living_link
from alongside.star.map_it.actions.room import Position, agree_positions
from alongside.star.map_it.actions.rounds import (
    discard_round,
    edit_round,
    extend_round,
    open_round,
    prepare_round,
)
from alongside.star.map_it.models import Round
from alongside.star.map_it.tests.answer_pages import url
from alongside.star.map_it.tests.answered_round import HELP, answer, opened_round
from tests.people import World

DAY = timedelta(days=1)


@pytest.fixture
def draft(world: World) -> Round:
    return prepare_round(
        world.strathmuir,
        title="Mpa of 2026",
        opens_at=timezone.now() - 9 * DAY,
        closes_at=timezone.now() + 28 * DAY,
        services=[world.home_care, world.parks],
        asked={"elected": (5, True)},
        what_can_change="Much",
        who_decides="the board",
        by=world.cara.actor,
    )


def at(name: str, round_: Round) -> str:
    return reverse(f"map_it:{name}", args=[round_.place.slug, round_.slug])


def filled_in(**changes: object) -> dict[str, object]:
    """Return the form for changing a map, filled in."""
    day = timezone.localdate() + 9 * DAY
    return {
        "title": "Map of 2026",
        "services": ["parks-and-play"],
        "closes_on_0": day.day,
        "closes_on_1": day.month,
        "closes_on_2": day.year,
        "mode": "record",
        "what_can_change": "A little",
        "who_decides": "the council",
        "asked_manager": 21,
        "everyone": ["manager"],
        "help_note": "Ring us",
        **HELP,
        **changes,
    }


def there(world: World) -> Round:
    return Round.objects.in_place(world.strathmuir).select_related("activity__notice").get()


def test_everything_about_a_draft_can_be_changed(
    world: World, client: Client, draft: Round
) -> None:
    client.force_login(world.cara.user)
    page = client.get(at("edit", draft)).content.decode()
    assert 'value="Mpa of 2026"' in page
    assert 'value="home-care" checked' in page
    reply = client.post(at("edit", draft), filled_in())
    changed = there(world)
    assert reply["Location"] == at("round", changed)
    assert (changed.slug, changed.title) == ("map-of-2026", "Map of 2026")
    assert timezone.localdate(changed.closes_at) == timezone.localdate() + 9 * DAY
    assert [str(one.service) for one in changed.round_services.all()] == ["Parks and play"]
    assert [(a.group, a.people_count) for a in changed.asked.all()] == [("manager", 21)]
    activity = changed.activity
    assert (activity.title, activity.who_decides) == ("Map of 2026", "the council")
    assert (activity.help_bsl, activity.help_note) == ("request", "Ring us")
    event = Event.objects.filter(verb="edit_round").get()
    assert {"title", "mode", "closes_at", "notice", "services"} <= {*event.changed_fields}


def test_another_way_of_reading_answers_is_told_in_another_notice(
    world: World, draft: Round
) -> None:
    before = draft.activity.notice
    edit_round(
        draft,
        title=draft.title,
        closes_at=draft.closes_at,
        services=[world.parks],
        mode=Round.Mode.ON_RECORD,
        asked={},
        by=world.cara.actor,
    )
    notice = there(world).activity.notice
    assert notice != before
    assert "stand with your name" in notice.who_sees


def test_a_form_with_mistakes_changes_nothing(world: World, client: Client, draft: Round) -> None:
    client.force_login(world.cara.user)
    page = client.post(at("edit", draft), filled_in(services=[])).content.decode()
    assert "<title>Error:" in page
    assert there(world).title == "Mpa of 2026"


def test_what_people_were_told_stays_once_it_is_open(world: World, client: Client) -> None:
    round_ = opened_round(world)
    told = round_.activity.who_decides
    client.force_login(world.cara.user)
    page = client.get(at("edit", round_)).content.decode()
    assert 'name="title"' not in page
    client.post(at("edit", round_), filled_in())
    now = there(world)
    assert (now.title, now.mode, now.closes_at) == ("Map of 2026", "confidential", round_.closes_at)
    assert now.activity.who_decides == told
    assert now.round_services.count() == 2
    assert [(a.group, a.people_count) for a in now.asked.all()] == [("manager", 21)]
    assert now.activity.help_note == "Ring us"
    with pytest.raises(Refusal, match="wrong_state"):
        edit_round(
            now, title="Other", closes_at=now.closes_at, services=[world.parks], mode="record",
            asked={}, by=world.cara.actor,
        )  # fmt: skip


def test_nothing_about_a_closed_map_changes(world: World, client: Client) -> None:
    round_ = opened_round(world)
    Round.objects.in_place(world.strathmuir).update(state=Round.State.CLOSED)
    client.force_login(world.cara.user)
    assert client.get(at("edit", round_)).status_code == 409


def test_reminders_count_from_the_opening(world: World, draft: Round) -> None:
    Activity.objects.in_place(world.strathmuir).update(**HELP)
    opened = open_round(there(world), by=world.cara.actor)
    assert timezone.now() - opened.opens_at < DAY


def test_a_draft_is_discarded_and_only_its_history_stays(
    world: World, client: Client, draft: Round
) -> None:
    open_link(world.strathmuir, activity_id=draft.activity_id, by=world.cara.actor)
    client.force_login(world.cara.user)
    page = client.post(at("discard", draft), follow=True).content.decode()
    assert "“Mpa of 2026” is discarded." in page
    assert not Round.objects.in_place(world.strathmuir).exists()
    assert not Activity.objects.in_place(world.strathmuir).exists()
    assert living_link(world.strathmuir, draft.activity_id) is None
    event = Event.objects.filter(verb="discard_round").get()
    assert (event.subject_kind, event.subject_id) == ("map_it.round", draft.pk)


def test_an_open_map_that_nobody_answered_can_be_discarded(world: World) -> None:
    discard_round(opened_round(world), by=world.cara.actor)
    assert not Round.objects.in_place(world.strathmuir).exists()


@pytest.mark.parametrize("said", ["draft", "submitted", "at a table"])
def test_what_somebody_said_is_never_thrown_away(world: World, client: Client, said: str) -> None:
    round_ = opened_round(world)
    if said == "at a table":
        agree_positions(
            round_, table="Ferrylea", heads={"resident": 5}, service=None,
            positions={"design": Position("2")}, submission_key=round_.activity.public_id,
            by=world.cara.actor,
        )  # fmt: skip
    else:
        [response] = answer(round_, "resident", ["2"], services=[world.parks])
        type(response).objects.in_place(world.strathmuir).update(state=said)
    client.force_login(world.cara.user)
    reply = client.post(at("discard", round_))
    assert reply.status_code == 409
    assert "Somebody has answered already." in reply.content.decode()
    assert there(world) == round_


def test_who_withdrew_does_not_keep_a_map_alive(world: World) -> None:
    round_ = opened_round(world)
    [response] = answer(round_, "resident", ["2"], services=[world.parks])
    type(response).objects.in_place(world.strathmuir).update(state="withdrawn")
    discard_round(round_, by=world.cara.actor)
    assert not Round.objects.in_place(world.strathmuir).exists()


def test_more_time_is_given_with_a_reason_that_people_read(world: World, client: Client) -> None:
    round_ = opened_round(world)
    client.force_login(world.cara.user)
    day = timezone.localdate() + 40 * DAY
    later = {"closes_on_0": day.day, "closes_on_1": day.month, "closes_on_2": day.year}
    page = client.post(at("extend", round_), later).content.decode()
    assert "<title>Error:" in page
    client.post(at("extend", round_), {**later, "because": "the school holidays."})
    first = timezone.localtime(round_.closes_at)
    told = (
        f"First announced: {first.day} {first:%B %Y}. Why there is more time: the school holidays."
    )
    for page in (client.get(at("round", round_)), Client().get(url("begin", round_))):
        assert told in page.content.decode()


def test_a_later_day_without_a_reason_is_refused(world: World) -> None:
    round_ = opened_round(world)
    with pytest.raises(Refusal, match="no_reason"):
        extend_round(round_, closes_at=round_.closes_at + DAY, because=" ", by=world.cara.actor)

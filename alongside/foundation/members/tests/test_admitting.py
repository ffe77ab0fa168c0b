"""Saying yes or no to a new partnership, and what one that waits may not do."""

import pytest
from django.core import mail

from alongside.foundation.history.models import Event
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.actions import (
    admit_partnership,
    choose_admission,
    decline_partnership,
    invite_person,
    open_link,
    start_visit,
)
from alongside.foundation.places.actions import add_service
from alongside.foundation.places.admission import admission_in
from alongside.foundation.places.models import Place
from tests.people import Somebody, World, make_somebody

REASON = "There is a partnership for this place already: ring Strathmuir."


@pytest.fixture
def waiting(world: World) -> Place:
    Place.objects.filter(pk=world.glenbeg.pk).update(state=Place.State.PENDING)
    world.glenbeg.refresh_from_db()
    return world.glenbeg


def verbs(place: Place) -> list[str]:
    return list(Event.objects.in_place(place.pk).values_list("verb", flat=True))


def test_what_waits_can_be_prepared(world: World, waiting: Place) -> None:
    assert add_service(waiting, name="Library", by=world.eve.actor).pk


def test_what_waits_invites_nobody(world: World, waiting: Place) -> None:
    with pytest.raises(Refusal, match="not_admitted"):
        invite_person(waiting, email="a@example.org", role="viewer", group="", by=world.eve.actor)
    with pytest.raises(Refusal, match="not_admitted"):
        open_link(waiting, activity_id=1, by=world.eve.actor)


def test_what_waits_is_visited_by_nobody(world: World, waiting: Place) -> None:
    alec = make_somebody(world.nation, "Alec", role="national_associate")
    with pytest.raises(Refusal, match="not_allowed"):
        start_visit(waiting, reason="To see how it is going.", by=alec.actor)


def test_a_yes_lets_it_begin_and_tells_its_lead(
    world: World, waiting: Place, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        admit_partnership(waiting, by=world.fay.actor)
    waiting.refresh_from_db()
    assert waiting.is_admitted
    assert "admit_partnership" in verbs(waiting)
    (message,) = mail.outbox
    assert (message.to, message.subject) == (["eve@example.org"], "Glenbeg can begin")
    assert "/glenbeg/workspace/" in message.body
    invite_person(waiting, email="a@example.org", role="viewer", group="", by=world.eve.actor)


def test_a_second_yes_changes_nothing(
    world: World, waiting: Place, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        admit_partnership(waiting, by=world.fay.actor)
        admit_partnership(waiting, by=world.fay.actor)
    assert len(mail.outbox) == 1
    assert verbs(waiting).count("admit_partnership") == 1


def test_a_no_closes_it_and_says_why(
    world: World, waiting: Place, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        decline_partnership(waiting, reason=REASON, by=world.fay.actor)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.is_writable) == ("left", False)
    (message,) = mail.outbox
    assert message.to == ["eve@example.org"]
    assert REASON in message.body
    assert not world.eve.actor.may("workspace.see", waiting.pk)


def test_a_no_without_a_reason_is_none(world: World, waiting: Place) -> None:
    with pytest.raises(Refusal, match="no_reason"):
        decline_partnership(waiting, reason=" no ", by=world.fay.actor)
    waiting.refresh_from_db()
    assert waiting.state == Place.State.PENDING


def test_a_partnership_at_work_cannot_be_declined(world: World) -> None:
    with pytest.raises(Refusal, match="not_waiting"):
        decline_partnership(world.strathmuir, reason=REASON, by=world.fay.actor)


@pytest.mark.parametrize("name", ["ann", "cara", "eve", "rona"])
def test_only_a_national_lead_answers(world: World, waiting: Place, name: str) -> None:
    somebody: Somebody = getattr(world, name)
    with pytest.raises(Refusal, match="not_allowed"):
        admit_partnership(waiting, by=somebody.actor)
    with pytest.raises(Refusal, match="not_allowed"):
        decline_partnership(waiting, reason=REASON, by=somebody.actor)
    with pytest.raises(Refusal, match="not_allowed"):
        choose_admission(world.nation, admission="open", by=somebody.actor)


def test_an_associate_answers_nothing(world: World, waiting: Place) -> None:
    alec = make_somebody(world.nation, "Alec", role="national_associate")
    with pytest.raises(Refusal, match="not_allowed"):
        admit_partnership(waiting, by=alec.actor)


def test_a_nation_goes_by_the_installation_until_it_chooses(world: World, settings) -> None:
    settings.NEW_PARTNERSHIPS = "approval"
    assert admission_in(world.nation) == Place.Admission.APPROVAL
    choose_admission(world.nation, admission="open", by=world.fay.actor)
    assert admission_in(world.nation) == Place.Admission.OPEN
    assert "choose_admission" in verbs(world.nation)

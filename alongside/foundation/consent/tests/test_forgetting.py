from datetime import timedelta

import pytest
from django.utils import timezone

from alongside.foundation.accounts.attempts import record_failure
from alongside.foundation.accounts.codes import CodeKind
from alongside.foundation.accounts.models import Tally
from alongside.foundation.consent.actions.forgetting import forget_what_is_due
from alongside.foundation.consent.data_map import data_map
from alongside.foundation.members.actions import open_link
from alongside.foundation.members.models import Invitation, Seat
from alongside.foundation.members.seats import take_seat
from tests.people import World


def age(days: int) -> dict[str, object]:
    then = timezone.now() - timedelta(days=days)
    return {"made_at": then - timedelta(days=60), "expires_at": then}


def test_a_seat_goes_when_its_time_is_over_and_not_before(world: World) -> None:
    for number in (1, 2):
        take_seat(world.strathmuir, activity_id=number, group="resident", group_confirmed=True)
    seats = Seat.objects.in_place(world.strathmuir)
    seats.filter(activity_id=1).update(**age(days=1))
    forget_what_is_due()
    assert list(seats.values_list("activity_id", flat=True)) == [2]


def test_an_invitation_goes_ninety_days_after_it_ran_out(world: World) -> None:
    open_link(world.strathmuir, activity_id=1, by=world.cara.actor)
    links = Invitation.objects.in_place(world.strathmuir)
    links.update(expires_at=timezone.now() - timedelta(days=89))
    forget_what_is_due()
    assert links.count() == 1
    links.update(expires_at=timezone.now() - timedelta(days=91))
    forget_what_is_due()
    assert links.count() == 0


@pytest.mark.django_db
def test_a_failed_attempt_counts_for_its_quarter_of_an_hour_and_is_then_forgotten() -> None:
    record_failure(CodeKind.RETURN, "192.0.2.7")
    forget_what_is_due()
    assert Tally.objects.exists()
    Tally.objects.update(at=timezone.now() - timedelta(hours=25))
    forget_what_is_due()
    assert not Tally.objects.exists()


@pytest.mark.parametrize("kept", ["seat", "invitation", "session", "day", "words"])
def test_every_time_that_is_promised_is_kept_by_the_software(kept: str) -> None:
    promised = [
        rule for rule in data_map().values() if any(field.kept == kept for field in rule.fields)
    ]
    assert promised
    assert all(rule.due for rule in promised)

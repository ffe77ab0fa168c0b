"""`alongside check` finds what the database was kept from refusing."""

import uuid

import pytest
from django.db import connection
from django.utils import timezone

from alongside.cli.main import main
from alongside.foundation.history.triggers import declared_triggers
from alongside.foundation.jobs.models import Job
from alongside.foundation.members.models import Contact
from alongside.foundation.places.invariants import tenant_pairs
from alongside.foundation.places.models import Service
from tests.people import World

pytestmark = pytest.mark.django_db


def without_trigger(start: str) -> None:
    """As a restore by hand, or a rebuilt table, leaves the database."""
    with connection.cursor() as cursor:
        for trigger in declared_triggers():
            if trigger.name.startswith(start):
                on = f" ON {trigger.table}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER {trigger.name}{on}")


def report(capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    code = main(["check"])
    return code, capsys.readouterr().out


def test_a_sound_database_passes(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = report(capsys)

    assert (code, said.count("BROKEN")) == (0, 0)
    assert said.endswith("Everything holds.\n")


def test_a_row_in_the_wrong_place_is_named(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    without_trigger("same_place_members_contact_person_id")
    contact = Contact.objects.in_place(world.strathmuir).get(person=world.ann.person)
    Contact.objects.in_place(world.strathmuir).filter(pk=contact.pk).update(place=world.glenbeg)

    code, said = report(capsys)

    assert code == 1
    assert (
        f"members.Contact {contact.pk} lies in place {world.glenbeg.pk}, "
        f"its person {world.ann.person.pk} in place {world.strathmuir.pk}"
    ) in said


def test_a_lost_trigger_is_named(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    without_trigger("history_event_stays")

    code, said = report(capsys)

    assert code == 1
    assert "history_event_stays is missing: run `alongside prepare`" in said


def test_work_that_ended_without_saying_when_is_named(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    job = Job.objects.create(place=world.glenbeg, name="x", key="x", state=Job.State.DONE)

    assert f"job {job.public_id} is done" in report(capsys)[1]


def test_many_violations_are_cut_short(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in range(25):
        Job.objects.create(
            place=world.glenbeg, name="x", key=str(uuid.uuid4()), ended_at=timezone.now()
        )

    assert "and 5 more" in report(capsys)[1]


def test_every_pair_of_tenant_tables_is_recounted() -> None:
    pairs = {(child, field.name, parent) for child, field, parent in tenant_pairs()}

    assert len(pairs) > 20
    assert any(parent is Service for _, _, parent in pairs)

import pytest
from allauth.account.models import EmailAddress
from django.db import connection

from alongside.foundation.accounts.models import User
from alongside.foundation.consent.actions import (
    erase_account,
    erase_person,
    join_activity,
    replay_tombstones,
)
from alongside.foundation.consent.tests.activities import make_activity
from alongside.foundation.consent.tombstones import tombstone_file, tombstones
from alongside.foundation.history.actor import system_actor
from alongside.foundation.history.models import Event
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.models import Contact, Membership, Person
from tests.people import World


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path) -> None:
    settings.RUN_DIR = tmp_path


def test_erasing_takes_name_contact_and_account_and_leaves_what_was_counted(world: World) -> None:
    participant = join_activity(make_activity(world.strathmuir), by=world.ann.actor)
    erase_person(world.ann.person, by=world.ann.actor)

    person = Person.objects.in_place(world.strathmuir).get(pk=world.ann.person.pk)
    assert (person.name, person.user) == ("", None)
    assert person.erased_at is not None
    assert str(person) == "a former participant"
    assert not Contact.objects.in_place(world.strathmuir).filter(person=person).exists()
    assert not Membership.objects.in_place(world.strathmuir).filter(person=person).exists()
    participant.refresh_from_db()
    assert (participant.person, participant.pseudonym) == (None, "")
    assert participant.erased_at is not None
    assert participant.group == "resident"


def test_others_are_left_as_they_were(world: World) -> None:
    other = join_activity(make_activity(world.strathmuir), by=world.bo.actor)
    erase_person(world.ann.person, by=world.ann.actor)
    other.refresh_from_db()
    assert other.person == world.bo.person
    assert Contact.objects.in_place(world.strathmuir).filter(person=world.bo.person).exists()


def test_history_tells_of_the_erasure_without_a_name(world: World) -> None:
    erase_person(world.ann.person, by=world.cara.actor)
    event = Event.objects.get(verb="erase_person")
    assert event.subject_id == world.ann.person.pk
    assert "Ann" not in str(vars(event))


@pytest.mark.parametrize("who", ["bo", "dev", "eve", "fay", "rona"])
def test_nobody_else_can_have_somebody_erased(world: World, who: str) -> None:
    with pytest.raises(Refusal, match="not_allowed"):
        erase_person(world.ann.person, by=getattr(world, who).actor)
    assert not tombstone_file().exists()


def test_closing_an_account_erases_its_person_and_its_addresses(world: World) -> None:
    EmailAddress.objects.create(user=world.ann.user, email=world.ann.user.email, verified=True)
    erase_account(world.ann.user, by=world.ann.actor)
    assert not User.objects.filter(email="ann@example.org").exists()
    assert not EmailAddress.objects.filter(email="ann@example.org").exists()


def test_nobody_closes_the_account_of_another(world: World) -> None:
    with pytest.raises(Refusal, match="not_allowed"):
        erase_account(world.ann.user, by=world.cara.actor)


def test_a_restored_backup_forgets_again_whoever_was_erased(world: World) -> None:
    erase_account(world.ann.user, by=world.ann.actor)
    # Yesterday's backup comes back: the same rows with the same numbers.
    user = User.objects.create_user("ann@example.org", created_at=world.ann.user.created_at)
    Person.objects.in_place(world.strathmuir).filter(pk=world.ann.person.pk).update(
        name="Ann", user=user, erased_at=None
    )
    assert replay_tombstones(by=system_actor()) == 2
    assert not User.objects.filter(pk=user.pk).exists()
    assert Person.objects.in_place(world.strathmuir).get(pk=world.ann.person.pk).name == ""
    assert replay_tombstones(by=system_actor()) == 0


def test_a_later_account_with_the_same_address_is_left_alone(world: World) -> None:
    erase_account(world.ann.user, by=world.ann.actor)
    newcomer = User.objects.create_user("ann@example.org")
    replay_tombstones(by=system_actor())
    assert User.objects.filter(pk=newcomer.pk).exists()


def test_a_tombstone_names_nobody_and_a_torn_line_hurts_nobody(world: World) -> None:
    erase_account(world.ann.user, by=world.ann.actor)
    text = tombstone_file().read_text()
    assert "ann" not in text.lower()
    tombstone_file().write_text(text + '{"kind": "per')
    assert {stone.kind for stone in tombstones()} == {"person", "account"}


def test_what_is_erased_is_overwritten_in_the_file(db: None) -> None:
    """SQLite leaves deleted rows in its file, where anybody with a copy can read them."""
    if connection.vendor != "sqlite":
        pytest.skip("this database has no such switch")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete")
        assert cursor.fetchone() == (1,)

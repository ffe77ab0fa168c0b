"""Erase a person or an account, as the data map says; what was counted stands without a name."""

from collections.abc import Iterable, Mapping
from functools import partial

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.accounts.codes import CodeKind, hash_code
from alongside.foundation.accounts.models import User
from alongside.foundation.consent import rules
from alongside.foundation.consent.data_map import Eraser, ModelRule, data_map
from alongside.foundation.consent.data_map_check import blank_of
from alongside.foundation.consent.mail import mail_erased
from alongside.foundation.consent.queries import rows_about
from alongside.foundation.consent.tombstones import Tombstone, set_tombstone, tombstones
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.models import Contact, Person, Seat
from alongside.foundation.members.queries import is_only_lead
from alongside.foundation.places.models import Place


@transaction.atomic
def erase_member(person: Person, *, by: Actor) -> None:
    """Erase somebody at their wish, here only, and tell them by a last email.

    An account that then stands behind nobody anywhere is closed. The only programme lead stays
    until there is another one: somebody must hold the key.
    """
    if not rules.can_erase_person(by, person):
        raise not_theirs_to_ask()
    # Two leads may erase each other at once: the second waits, and then is the only one.
    Place.objects.select_for_update().get(pk=person.place_id)
    if is_only_lead(person):
        raise Refusal(
            "last_lead",
            _("This is the only programme lead. Invite another one first."),
            status=409,
        )
    user, place = person.user, person.place
    contact = Contact.objects.in_place(place).filter(person=person).first()
    address = contact.email if contact else ""
    erase_person(person, by=by)
    if user is not None:
        close_account_of_nobody(user, by=by)
    if address:
        transaction.on_commit(partial(mail_erased, place, address))


def close_account_of_nobody(user: User, *, by: Actor) -> None:
    """Close an account that stands behind nobody anywhere any more."""
    anywhere = Person.objects.unscoped(reason="an account's own persons, in all its places")
    if not anywhere.filter(user=user).exists():
        _close_account(user, by=by)


@transaction.atomic
def erase_person(person: Person, *, by: Actor) -> None:
    """Delete how to reach somebody, their name and their words; leave what was counted."""
    if not rules.can_erase_person(by, person):
        raise not_theirs_to_ask()
    set_tombstone("person", str(person.public_id))
    _erase_all_rows({rule.label: rule.subject for rule in data_map().values()}, person)
    record_event("erase_person", person, by=by, place_id=person.place_id)


def not_theirs_to_ask() -> Refusal:
    """The refusal for whoever asks for somebody else's erasure."""
    return Refusal("not_allowed", _("Only the person, or the programme lead, can ask for this."))


@transaction.atomic
def erase_seat(seat: Seat, *, by: Actor) -> None:
    """Erase a guest: their own words, and the seat with its cookie and its three words."""
    if not rules.can_erase_seat(by, seat):
        raise Refusal("not_allowed", _("Only the guest, or the programme lead, can ask for this."))
    set_tombstone("seat", seat_key(seat))
    record_event("erase_seat", seat, by=by, place_id=seat.place_id)
    _erase_all_rows({rule.label: rule.guest for rule in data_map().values()}, seat)


def _erase_all_rows(paths: Mapping[str, str], whom: Person | Seat) -> None:
    """Erase whatever a path leads to, the longest first: found before the link to it is cut."""
    lead_here = [(label, path) for label, path in paths.items() if path]
    for label, path in sorted(lead_here, key=lambda one: -_steps(one[1])):
        _erase_rows(data_map()[label], path, whom)


def _steps(path: str) -> int:
    return 0 if path == "pk" else len(path.split("__"))


def _erase_rows(rule: ModelRule, path: str, whom: Person | Seat) -> None:
    rows = rows_about(rule, path, whom)
    if rule.rows == "delete":
        rows.delete()
        return
    columns = {column.name: column for column in rule.model._meta.fields}
    changes: dict[str, object] = {
        field.name: blank_of(columns[field.name])
        for field in rule.fields
        if field.eraser == Eraser.BLANK
    }
    changes |= {f.name: timezone.now() for f in rule.fields if f.eraser == Eraser.STAMP}
    if changes:
        rows.update(**changes)


@transaction.atomic
def erase_account(user: User, *, by: Actor) -> None:
    """Erase somebody in every place, and close the account with all its sessions."""
    if not rules.can_erase_account(by, user):
        raise Refusal("not_allowed", _("Only whoever holds the account can close it."))
    persons = Person.objects.unscoped(reason="an account's own persons, in all its places")
    for person in persons.filter(user=user):
        erase_person(person, by=by)
    _close_account(user, by=by)


def _close_account(user: User, *, by: Actor) -> None:
    set_tombstone("account", account_key(user))
    keys = UserSession.objects.filter(user=user).values_list("session_key", flat=True)
    Session.objects.filter(session_key__in=list(keys)).delete()
    record_event("erase_account", user, by=by, place_id=None)
    user.delete()


def account_key(user: User) -> str:
    """Return a hash that finds the same account in a backup, and no later one like it."""
    return hash_code(CodeKind.PSEUDONYM, f"{user.email} {user.created_at.isoformat()}")


def seat_key(seat: Seat) -> str:
    """Return a number and a hash that find the same seat in a backup, and no later one."""
    return (
        f"{seat.pk} {hash_code(CodeKind.PSEUDONYM, f'seat {seat.pk} {seat.made_at.isoformat()}')}"
    )


def replay_tombstones(*, by: Actor) -> int:
    """Erase again whoever a restored backup brought back; returns how many."""
    buried = list(tombstones())
    count = 0
    person_keys = {stone.key for stone in buried if stone.kind == "person"}
    risen = Person.objects.unscoped(reason="a restore may bring back anybody, anywhere").filter(
        public_id__in=person_keys, erased_at__isnull=True
    )
    for person in risen:
        erase_person(person, by=by)
        count += 1
    account_keys = {stone.key for stone in buried if stone.kind == "account"}
    for user in User.objects.all() if account_keys else ():
        if account_key(user) in account_keys:
            erase_account(user, by=by)
            count += 1
    for seat in risen_seats(buried):
        erase_seat(seat, by=by)
        count += 1
    return count


def risen_seats(buried: Iterable[Tombstone]) -> list[Seat]:
    """Return the seats that a backup brought back."""
    keys = {stone.key for stone in buried if stone.kind == "seat"}
    numbers = {key.partition(" ")[0] for key in keys}
    seats = Seat.objects.unscoped(reason="a restore may bring back anybody, anywhere")
    return [s for s in seats.filter(pk__in=numbers) if seat_key(s) in keys] if keys else []

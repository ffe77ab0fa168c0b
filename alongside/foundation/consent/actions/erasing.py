"""Erase a person or an account, as the data map says; what was counted stands without a name."""

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
from alongside.foundation.consent.queries import rows_about
from alongside.foundation.consent.tombstones import set_tombstone, tombstones
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.models import Person


@transaction.atomic
def erase_person(person: Person, *, by: Actor) -> None:
    """Delete how to reach somebody, their name and their words; leave what was counted."""
    if not rules.can_erase_person(by, person):
        raise Refusal("not_allowed", _("Only the person, or the programme lead, can ask for this."))
    set_tombstone("person", str(person.public_id))
    # The longest path first: a row must be found before the link to it is cut.
    subjects = [rule for rule in data_map().values() if rule.subject]
    for rule in sorted(subjects, key=lambda rule: -len(rule.subject.split("__"))):
        if rule.label != Person._meta.label:
            _erase_rows(rule, person)
    _erase_rows(data_map()[Person._meta.label], person)
    record_event("erase_person", person, by=by, place_id=person.place_id)


def _erase_rows(rule: ModelRule, person: Person) -> None:
    rows = rows_about(rule, rule.subject, person)
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
    set_tombstone("account", account_key(user))
    keys = UserSession.objects.filter(user=user).values_list("session_key", flat=True)
    Session.objects.filter(session_key__in=list(keys)).delete()
    record_event("erase_account", user, by=by, place_id=None)
    user.delete()


def account_key(user: User) -> str:
    """Return a hash that finds the same account in a backup, and no later one like it."""
    return hash_code(CodeKind.PSEUDONYM, f"{user.email} {user.created_at.isoformat()}")


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
    return count

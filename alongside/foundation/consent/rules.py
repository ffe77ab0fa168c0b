"""Who may have a person or an account erased."""

from alongside.foundation.accounts.models import User
from alongside.foundation.history.actor import Actor, ActorKind
from alongside.foundation.members.models import Person, Seat


def can_erase_person(actor: Actor, person: Person) -> bool:
    """The person may, and the programme lead at the person's wish."""
    is_self = actor.kind is ActorKind.PERSON and person.user_id == actor.id
    return is_self or actor.may("members.invite", person.place_id)


def can_erase_seat(actor: Actor, seat: Seat) -> bool:
    """The guest may, the programme lead at the guest's wish, and a restore."""
    is_self = actor.kind is ActorKind.SEAT and actor.id == seat.pk
    return is_self or actor.may("members.invite", seat.place_id)


def can_erase_account(actor: Actor, user: User) -> bool:
    """Whoever holds it may, and a restore that finds its tombstone."""
    return actor.kind is ActorKind.SYSTEM or (
        actor.kind is ActorKind.PERSON and actor.id == user.pk
    )

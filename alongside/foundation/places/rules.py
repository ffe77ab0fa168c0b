"""Who may change a place."""

from alongside.foundation.history.actor import Actor, ActorKind
from alongside.foundation.places.models import Place


def can_open_place(actor: Actor) -> bool:
    """Operators open nations; partnerships are opened by operators or on the hour's path."""
    return actor.kind in (ActorKind.SYSTEM, ActorKind.PERSON)


def can_edit_place(actor: Actor, place: Place) -> bool:
    return place.is_writable and actor.may("place.edit", place.pk)


def can_give_squares(actor: Actor, nation: Place) -> bool:
    return nation.kind == Place.Kind.NATION and actor.may("partnership.admit", nation.pk)


def can_let_leave(actor: Actor, nation: Place) -> bool:
    return nation.kind == Place.Kind.NATION and actor.may("partnership.admit", nation.pk)


def can_empty(actor: Actor, place: Place) -> bool:
    """Time does it, and nobody's wish: the sweep, once a place has left."""
    return actor.kind is ActorKind.SYSTEM and place.state == Place.State.LEFT

"""Who may have a pack made."""

from alongside.foundation.history.actor import Actor
from alongside.foundation.places.models import Place


def can_make_pack(actor: Actor, place: Place) -> bool:
    """Whoever sees results may have them put together; nothing in a pack is more than released."""
    return place.is_writable and actor.may("initiative.edit", place.pk)

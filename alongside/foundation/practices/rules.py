"""Who may add to the index of practice."""

from alongside.foundation.history.actor import Actor
from alongside.foundation.places.models import Place


def can_import_practices(actor: Actor, place: Place) -> bool:
    return place.is_writable and actor.may("practice.import", place.pk)


def can_publish_practices(actor: Actor, nation: Place) -> bool:
    return nation.is_writable and actor.may("practice.publish", nation.pk)

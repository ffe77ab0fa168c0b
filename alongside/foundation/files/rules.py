"""Who may bring in what from a file."""

from alongside.foundation.files.imports.spec import ImportSpec
from alongside.foundation.history.actor import Actor
from alongside.foundation.places.models import Place


def can_import(actor: Actor, place: Place, spec: ImportSpec) -> bool:
    return place.is_writable and actor.may(spec.permission, place.pk)

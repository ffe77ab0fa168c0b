"""Write history. Called by every action, inside its transaction."""

from collections.abc import Iterable

from django.db import models, transaction

from alongside.foundation.history.actor import Actor
from alongside.foundation.history.models import Event


def record_event(
    verb: str, subject: models.Model, *, by: Actor, place_id: int | None, fields: Iterable[str] = ()
) -> Event:
    """Note that the actor did `verb` to the subject; `fields` names what changed, never values.

    Must run inside the transaction of the write it tells of: no write without its history, no
    history without its write.
    """
    if not transaction.get_connection().in_atomic_block:
        message = f"history of {verb} must be written inside the action's transaction"
        raise RuntimeError(message)
    return Event.objects.create(
        place_id=place_id,
        actor_kind=by.kind.value,
        actor_id=by.id,
        on_behalf_of=by.on_behalf_of.value if by.on_behalf_of else "",
        channel=by.channel.value,
        verb=verb,
        subject_kind=subject._meta.label_lower,
        subject_id=subject.pk if isinstance(subject.pk, int) else None,
        changed_fields=sorted(fields),
        request_id=by.request_id,
    )

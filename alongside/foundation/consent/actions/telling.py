"""Tell people what they need to know before they take part."""

from django.db import transaction

from alongside.foundation.consent.models import Notice
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.places.models import Place


@transaction.atomic
def give_notice(
    place: Place, *, kind: str, who_sees: str, text: str, by: Actor, language: str = "en-gb"
) -> Notice:
    """Return the notice with these words; changed words make a new version, old ones stay."""
    notices = Notice.objects.in_place(place).filter(kind=kind, language=language)
    newest = notices.order_by("-version").first()
    if newest is not None and (newest.who_sees, newest.text) == (who_sees, text):
        return newest
    notice = Notice.objects.create(
        place=place,
        kind=kind,
        language=language,
        version=newest.version + 1 if newest else 1,
        who_sees=who_sees,
        text=text,
    )
    record_event("give_notice", notice, by=by, place_id=place.pk)
    return notice

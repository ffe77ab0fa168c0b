"""What somebody wrote to a partnership: one that waits, one suspect, one answered."""

import uuid

from django.utils import timezone

from alongside.foundation.accounts.signs import Signs
from alongside.foundation.enquiries.actions import Draft, answer_enquiry, send_enquiry
from alongside.foundation.enquiries.models import Enquiry
from alongside.foundation.history.actor import ANONYMOUS, Actor
from alongside.foundation.places.models import Place

UNHURRIED = Signs(seconds=60)


def written(
    place: Place, text: str, *, signs: Signs = UNHURRIED, network: str = "192.0.2.1", **known: str
) -> Enquiry:
    """Write to a place through the contact page."""
    draft = Draft(text, uuid.uuid4(), **known)
    return send_enquiry(place, draft=draft, signs=signs, network=network, by=ANONYMOUS)


def furnish_enquiries(place: Place, told: str, *, by: Actor) -> dict[str, str]:
    """One that is answered, one suspect, one that waits."""
    first = written(place, f"When is the lunch club, {told}?", phone="01234 567 890")
    answer_enquiry(first, how="phone", on=timezone.localdate(), by=by)
    written(place, f"Cheap pills, {told}", signs=Signs(seconds=1))
    email = f"{told.replace(' ', '.')}@example.org"
    waiting = written(place, f"May I bring my mother, {told}?", name=f"Nan {told}", email=email)
    return {"enquiry": str(waiting.public_id)}

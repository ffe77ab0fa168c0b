"""Tables of gatherings, by noun."""

from alongside.foundation.gatherings.models.after import Feedback, Material
from alongside.foundation.gatherings.models.booking import (
    Booking,
    BookingContact,
    Needs,
    Notification,
)
from alongside.foundation.gatherings.models.gathering import AgendaItem, Gathering

__all__ = [
    "AgendaItem",
    "Booking",
    "BookingContact",
    "Feedback",
    "Gathering",
    "Material",
    "Needs",
    "Notification",
]

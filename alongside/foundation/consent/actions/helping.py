"""Say which help with taking part there is (experience 14)."""

from alongside.foundation.consent.models import Activity
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor


def offer_help(activity: Activity, *, by: Actor, note: str = "", **offered: str) -> None:
    """Note which forms of help are ready, on request, or not offered.

    Whoever calls it runs the activity, has checked that the actor may, and holds the transaction.
    """
    fields = [name for name in Activity.HELP_FIELDS if name in offered]
    for name in fields:
        setattr(activity, name, offered[name])
    activity.help_note = note
    activity.save(update_fields=[*fields, "help_note"])
    record_event("offer_help", activity, by=by, place_id=activity.place_id, fields=fields)

"""Who may do what with a job."""

from alongside.foundation.history.actor import Actor, ActorKind
from alongside.foundation.jobs.models import Job


def can_cancel_job(actor: Actor, job: Job) -> bool:
    """Whoever asked for it, and whoever runs the partnership."""
    asked = actor.kind is ActorKind.PERSON and actor.id == job.asked_by_id
    return (asked and actor.may("workspace.see", job.place_id)) or actor.may(
        "place.edit", job.place_id
    )

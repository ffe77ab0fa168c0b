"""A councillor puts their own answers on the record, or takes their name off again.

Only they themselves, and only before anything was drawn: a figure with them and one without them,
side by side, would tell what the others said.
"""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from alongside.foundation.disclosure.models import Release
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.jobs.models import Job
from alongside.foundation.responses.actions import lock_response
from alongside.foundation.responses.models import Response
from alongside.foundation.responses.window import Phase
from alongside.star.map_it.actions.rounds.running import draw_key
from alongside.star.map_it.actions.saving import lock_round
from alongside.star.map_it.models import OnRecord, Round
from alongside.star.map_it.queries.releases import STAR
from alongside.star.map_it.rules.answering import may_stand_with_name

# No history is written of either: taken back, the choice leaves no trace of who answered.


@transaction.atomic
def go_on_record(round_: Round, response: Response, *, by: Actor) -> None:
    """Let one's answers stand with one's name, beside the Star and not counted in it."""
    response = _checked(round_, response, by)
    OnRecord.objects.in_place(round_.place).get_or_create(
        response=response, defaults={"place_id": round_.place_id}
    )


@transaction.atomic
def go_off_record(round_: Round, response: Response, *, by: Actor) -> None:
    """Take one's name off: the answers are confidential again, and counted."""
    response = _checked(round_, response, by)
    OnRecord.objects.in_place(round_.place).filter(response=response).delete()


def _checked(round_: Round, response: Response, by: Actor) -> Response:
    is_open = lock_round(round_).phase is Phase.OPEN
    response = lock_response(response, by=by)
    if not may_stand_with_name(by, round_, response):
        raise Refusal(
            "not_a_councillor", _("Only a councillor who has sent their own answers can do this.")
        )
    if not is_open:
        raise Refusal("closed", _("This has closed. Nothing can be changed now."), status=409)
    if is_drawn(round_):
        raise Refusal(
            "drawn",
            _("The Star was drawn from what was said in confidence: this stays as it is now."),
            status=409,
        )
    return response


def is_drawn(round_: Round) -> bool:
    """Whether a Star of this map was drawn, or is being drawn at this moment. One query."""
    jobs = Job.objects.in_place(round_.place).filter(key=draw_key(round_))
    drawing = jobs.filter(state__in=Job.OPEN_STATES)
    drawn = Release.objects.in_place(round_.place).filter(activity=round_.activity_id, kind=STAR)
    either = drawing.order_by().values_list("pk").union(drawn.order_by().values_list("pk"))
    return bool(either[:1])

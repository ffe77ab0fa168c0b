"""Writes before the first question: which services, in what role, from which group."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.places.models import Service
from alongside.foundation.responses.models import Response
from alongside.star.map_it.actions.saving import change_sheet, refuse_foreign
from alongside.star.map_it.models import Round
from alongside.star.map_it.queries.answering import MOST_SERVICES_OF_A_RESIDENT, sheet_of
from alongside.star.map_it.rules.answering import is_group_confirmed


def choose_services(
    round_: Round, response: Response, *, services: Iterable[Service], by: Actor
) -> Response:
    """Pick which services to speak about; what was said about one that is dropped goes."""
    picked = list(services)

    def write(response: Response) -> None:
        refuse_foreign(round_, picked)
        sheet = sheet_of(round_, response)
        if not picked or (sheet.is_short and len(picked) > MOST_SERVICES_OF_A_RESIDENT):
            raise Refusal("how_many", _("Pick one, two or three services."), status=409)
        dropped = {service for service in sheet.chosen if service not in picked}
        if sheet.is_sent and dropped:
            raise Refusal(
                "already_sent",
                _("You have already sent answers about these services."),
                status=409,
                next_step=_("You can change each answer, or withdraw them all and begin again."),
            )
        response.co_answers.exclude(service__in=picked).delete()
        response.practice_reports.exclude(service__in=picked).delete()
        response.draft = {**response.draft, "services": sorted(s.pk for s in picked)}
        response.save(update_fields=["draft"])

    return change_sheet(round_, response, write, by=by)


def choose_kind(round_: Round, response: Response, *, kind: str, by: Actor) -> Response:
    """Say how one has to do with the service: uses it, cares for someone, neighbour, volunteer."""

    def write(response: Response) -> None:
        response.resident_kind = kind
        response.save(update_fields=["resident_kind"])
        response.participant.resident_kind = kind
        response.participant.save(update_fields=["resident_kind"])

    return change_sheet(round_, response, write, by=by)


def claim_group(round_: Round, response: Response, *, group: str, by: Actor) -> Response:
    """Say that one is not a resident. It is kept as "group not confirmed", outside the Star."""

    def write(response: Response) -> None:
        if response.state != Response.State.DRAFT or response.participant.seat_id is None:
            raise Refusal("group_stands", _("You can't change your group now."), status=409)
        for row in (response, response.participant):
            row.group, row.resident_kind = group, ""
            row.group_confirmed = is_group_confirmed(group, vouched_for=False)
            row.save(update_fields=["group", "group_confirmed", "resident_kind"])

    return change_sheet(round_, response, write, by=by)

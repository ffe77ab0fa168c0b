"""Answers that stand with names: of all in a map on the record, else of those who chose it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from alongside.foundation.places.vocabulary import Words
from alongside.foundation.prepared.reads import Given, prepared
from alongside.foundation.responses.models import Response
from alongside.star.framework.instrument import load_instrument
from alongside.star.map_it.models import CoAnswer, OnRecord, Round
from alongside.star.map_it.queries.heard import group_names


@dataclass(frozen=True, slots=True)
class RecordedAnswer:
    """What somebody said of one Co in one service, with their name."""

    name: str
    group: str
    service: str
    co: str
    co_name: str
    answer: str


def answers_on_record(round_: Round, words: Words) -> Sequence[RecordedAnswer]:
    """Return the answers that stand with names. One query.

    Of a confidential round these are only the answers of councillors who chose that themselves.
    """
    names = group_names(words)
    texts = {a.key: a.text("name") for a in load_instrument(round_.instrument_version).answers}
    answers = (
        CoAnswer.objects.in_place(round_.place)
        .filter(
            response__activity=round_.activity_id,
            response__state=Response.State.SUBMITTED,
            response__group_confirmed=True,
        )
        .order_by("response__participant__person__name", "response", "service__name", "co")
        .select_related("service", "response__participant__person")
    )
    if round_.mode != Round.Mode.ON_RECORD:
        answers = answers.filter(
            response__on_record__isnull=False, response__participant__person__isnull=False
        )
    return [
        RecordedAnswer(
            name=_name_of(answer),
            group=names[answer.response.group],
            service=answer.service.name,
            co=answer.co,
            co_name=words[f"{answer.co}_short"],
            answer=texts[answer.code],
        )
        for answer in answers
    ]


@prepared
def _names_on_record() -> QuerySet[OnRecord, str]:
    chosen = OnRecord.objects.in_place(Given("place")).filter(
        response__activity=Given("activity"),
        response__state=Response.State.SUBMITTED,
        response__participant__person__isnull=False,
    )
    return chosen.order_by("response__participant__person__name").values_list(
        "response__participant__person__name", flat=True
    )


def names_on_record(round_: Round) -> list[str]:
    """Return who chose to stand with their name in a confidential map; nobody before it closed."""
    if round_.mode == Round.Mode.ON_RECORD or round_.state != Round.State.CLOSED:
        return []
    if not getattr(round_, "has_names", True):  # the door has looked already
        return []
    return _names_on_record(place=round_.place_id, activity=round_.activity_id)


def _name_of(answer: CoAnswer) -> str:
    participant = answer.response.participant
    if participant.person is not None:
        return str(participant.person)
    return _("a former participant") if participant.erased_at else _("a guest")

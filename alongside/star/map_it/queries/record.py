"""Answers of a map on the record: with names, as everybody was told before they answered."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from alongside.foundation.places.vocabulary import Words
from alongside.foundation.responses.models import Response
from alongside.star.framework.instrument import load_instrument
from alongside.star.map_it.models import CoAnswer, Round
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
    """Return the answers of an on-the-record round; of a confidential one, none ever. One query."""
    if round_.mode != Round.Mode.ON_RECORD:
        return ()
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


def _name_of(answer: CoAnswer) -> str:
    participant = answer.response.participant
    if participant.person is not None:
        return str(participant.person)
    return _("a former participant") if participant.erased_at else _("a guest")

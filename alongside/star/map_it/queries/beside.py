"""What stands beside the figures: positions that tables agreed on."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from alongside.foundation.places.vocabulary import Words
from alongside.foundation.prepared.reads import Given, prepared
from alongside.star.framework.instrument import Instrument
from alongside.star.map_it.models import AgreedPosition, Round


@dataclass(frozen=True, slots=True)
class PositionLine:
    """What a table agreed on, in words."""

    table: str
    sentence: str
    dissent: str


@prepared
def _positions_of() -> QuerySet[AgreedPosition]:
    positions = AgreedPosition.objects.in_place(Given("place")).filter(round=Given("round"))
    return positions.select_related("service").order_by("table", "co", "service__name")


def position_lines(round_: Round, words: Words, instrument: Instrument) -> list[PositionLine]:
    """Return what tables and small groups agreed on, beside the answers. One query."""
    names = {answer.key: answer.text("name") for answer in instrument.answers}
    return [
        PositionLine(
            table=position.table,
            sentence=_("%(co)s, %(service)s: %(answer)s")
            % {
                "co": words[f"{position.co}_name"],
                "service": position.service.name if position.service else _("all services"),
                "answer": names[position.code].lower(),
            },
            dissent=position.dissent,
        )
        for position in _positions_of(place=round_.place_id, round=round_.pk)
    ]

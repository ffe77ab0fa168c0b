"""What stands beside the figures: positions that tables agreed on, and what is being tried."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from alongside.foundation.initiatives.models import Stage
from alongside.foundation.initiatives.money import pounds
from alongside.foundation.initiatives.queries import Told
from alongside.foundation.places.vocabulary import Words
from alongside.foundation.prepared.reads import Given, prepared
from alongside.star.framework.instrument import Instrument
from alongside.star.map_it.models import AgreedPosition, Round


@dataclass(frozen=True, slots=True)
class Trial:
    """Something taken on or being tried: what it may cost, and the day on which it stops."""

    title: str
    money: str
    stops_on: date | None


def being_tried(told: Iterable[Told]) -> list[Trial]:
    """Return what was taken on or is being tried, the first five by title."""
    some = [one for one in told if one.stage in (Stage.TRYING, Stage.TAKEN_ON)]
    return [_trial(one) for one in some[:5]]


def _trial(one: Told) -> Trial:
    pence = one.cost_pence if one.budget_pence is None else one.budget_pence
    return Trial(one.title, "" if pence is None else pounds(pence), one.stops_on)


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

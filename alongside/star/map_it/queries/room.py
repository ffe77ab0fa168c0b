"""What a facilitator sees: what was agreed so far, and how much came through each channel."""

from dataclasses import dataclass

from django.db.models import Count, Max

from alongside.foundation.responses.models import Response
from alongside.star.map_it.models import AgreedPosition, Round, Tablet


@dataclass(frozen=True)
class Table:
    """What one table agreed on, about one service or about all."""

    name: str
    service_name: str
    heads: dict[str, int]
    positions: list[AgreedPosition]


def tables_of(round_: Round) -> list[Table]:
    """Return the tables of a round with what they agreed on. One query."""
    tables: dict[tuple[str, str], Table] = {}
    found = AgreedPosition.objects.in_place(round_.place).filter(round=round_)
    for position in found.select_related("service").order_by("table", "service__name", "pk"):
        service = position.service.name if position.service else ""
        table = tables.setdefault(
            (position.table, service), Table(position.table, service, position.heads, [])
        )
        table.positions.append(position)
    return list(tables.values())


def open_tablets(round_: Round) -> list[Tablet]:
    """Return the tablets that give seats now, with who opened them. One query."""
    tablets = Tablet.objects.in_place(round_.place).filter(round=round_).open()
    return list(tablets.select_related("opened_by").order_by("number"))


def sent_by_channel(round_: Round) -> dict[str, int]:
    """Return how many people's answers came through each channel; never what they said."""
    sent = Response.objects.in_place(round_.place).filter(
        activity=round_.activity_id, state=Response.State.SUBMITTED
    )
    rows = sent.order_by("channel").values_list("channel").annotate(people=Count("pk"))
    return dict(rows)


@dataclass(frozen=True)
class Batch:
    """A batch of paper forms that was keyed in."""

    name: str
    form_count: int
    keyed_at: object


def batches_of(round_: Round) -> list[Batch]:
    """Return the batches keyed in so far, newest first. One query."""
    paper = Response.objects.in_place(round_.place).filter(
        activity=round_.activity_id, channel=Response.Channel.PAPER
    )
    rows = paper.values("batch").annotate(count=Count("pk"), last=Max("received_at"))
    return [Batch(r["batch"], r["count"], r["last"]) for r in rows.order_by("-last")]

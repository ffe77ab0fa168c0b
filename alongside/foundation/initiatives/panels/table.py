"""The list of activities as a table, to take away."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from alongside.foundation.files.sheets.writing import Cell, Table
from alongside.foundation.initiatives.models import Stage
from alongside.foundation.members.groups import group_names
from alongside.foundation.places.models import Place
from alongside.foundation.places.vocabulary import Words


def initiative_table(place: Place, initiatives: Iterable[Any], words: Words) -> Table:
    """Return a row for each activity that a list shows, with the wards in which it happens."""
    headers = [
        _("What it is called"), _("Where it stands"), _("Done together"), _("Service"), _("Where"),
        _("Way of working"), _("Who takes part"), _("People"), _("Cost in pounds"),
        _("About the cost"), _("Stops on"), _("What happens"), _("What changed"),
    ]  # fmt: skip
    everywhere = _("Everywhere in %(place)s") % {"place": place.name}
    return Table(
        words["activity_plural_start"],
        headers,
        [_row(initiative, everywhere, words) for initiative in initiatives],
    )


def _row(initiative: Any, everywhere: str, words: Words) -> list[Cell]:
    wards = "; ".join(ward.name for ward in initiative.wards.all())
    pence = initiative.cost_pence
    return [
        initiative.title,
        str(Stage(initiative.stage).label),
        words[f"{initiative.co}_name"],
        initiative.service.name if initiative.service else "",
        wards or everywhere,
        initiative.approach,
        "; ".join(group_names(words, initiative.groups)),
        initiative.people_count,
        None if pence is None else Decimal(pence) / 100,
        initiative.cost_note,
        initiative.stops_on,
        initiative.what_happens,
        initiative.what_changed,
    ]

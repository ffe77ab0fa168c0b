"""Give the partnerships of a nation their squares on its map."""

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.places import rules
from alongside.foundation.places.models import Place

Square = tuple[int, int]


@transaction.atomic
def give_squares(nation: Place, squares: Mapping[str, Square], *, by: Actor) -> None:
    """Give each partnership named by its slug its row and column; the others have none."""
    refuse_unless(rules.can_give_squares(by, nation), _("Only a national lead arranges the map."))
    if len(set(squares.values())) < len(squares):
        raise Refusal("one_square", _("Two partnerships can't stand on one square."), status=409)
    held = nation.partnerships.select_for_update(of=("self",))
    changed = [one for one in held if (one.map_row, one.map_column) != _of(squares, one.slug)]
    if not changed:
        return
    nation.partnerships.update(map_row=None, map_column=None)
    for one in held:
        one.map_row, one.map_column = _of(squares, one.slug)
    Place.objects.bulk_update(held, ["map_row", "map_column"])
    record_event(
        "give_squares", nation, by=by, place_id=nation.pk, fields={"map_row", "map_column"}
    )


def _of(squares: Mapping[str, Square], slug: str) -> tuple[int | None, int | None]:
    return squares.get(slug, (None, None))

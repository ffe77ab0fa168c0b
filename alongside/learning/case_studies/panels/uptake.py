"""How a case spread: who tries it, who made it their own."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.foundation.initiatives.models import Initiative, Stage

TRIED = (Stage.TRYING, Stage.STOPPED)
ADAPTED = (Stage.EXISTING, Stage.TAKEN_ON)


def uptake(taken_up: Sequence[Initiative]) -> dict[str, Any]:
    """Return who took a case up, by how far they came, and a sentence on its spread."""
    by_standing = (
        (_("Part of how they work"), ADAPTED),
        (_("Tried"), TRIED),
        (_("On their list"), (Stage.CANDIDATE, Stage.BACK_BURNER)),
    )
    groups = [
        {"heading": heading, "initiatives": found}
        for heading, stages in by_standing
        if (found := [one for one in taken_up if one.stage in stages])  # type: ignore[attr-defined]
    ]
    places = {one.place_id for group in groups for one in group["initiatives"]}  # type: ignore[attr-defined]
    spread = ngettext(
        "One partnership took it up and lets everybody read how.",
        "%(n)s partnerships took it up and let everybody read how.",
        len(places),
    ) % {"n": len(places)}
    return {"uptake": groups, "spread": spread if places else ""}

"""How sure the order is, in words. Near coin-tosses are left out: nothing can be told of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from alongside.foundation.disclosure.models import Release
from alongside.star.focus_it.models import Criterion
from alongside.star.focus_it.queries.readings import ItemReading
from alongside.star.focus_it.queries.releases import weights_of
from alongside.star.focus_it.queries.results import Results

# Between one in three and two in three it could as well be otherwise (the engine's bands).
UNLIKELY, LIKELY = 33, 66

type Told = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SureItem:
    """One item with how often, of 100 re-runs, it is among the first and a quick win."""

    reading: ItemReading
    in_first: bool | None
    first: int | None
    quick_win: int | None

    @property
    def stays(self) -> str:
        """For one of the first: how often it stays there, if that can be told."""
        is_told = self.in_first and self.first is not None and self.first >= LIKELY
        return _("%(n)s in 100") % {"n": self.first} if is_told else ""


@dataclass(frozen=True, slots=True)
class Sureness:
    """What can be said of the order. `is_pending` while it is being worked out anew."""

    first: int
    draws: int
    items: Sequence[SureItem]
    sways: Sequence[str]
    refused: str
    is_pending: bool

    def of(self, number: int) -> SureItem | None:
        return next((item for item in self.items if item.reading.number == number), None)

    @property
    def firm(self) -> list[SureItem]:
        """Those that stay among the first, the surest first."""
        found = [item for item in self.items if item.stays]
        return sorted(found, key=lambda item: (-(item.first or 0), item.reading.number))

    @property
    def open(self) -> list[SureItem]:
        """Those of which nobody can say whether they come first."""
        return [
            item for item in self.items
            if item.first is not None and UNLIKELY < item.first < LIKELY
        ]  # fmt: skip


def sureness_of(results: Results, release: Release | None) -> Sureness | None:
    """Return how sure the figures are; nothing while it is worked out for the first time."""
    if release is None or release.bundle["turn"] != results.turn:
        return None
    told: Told = release.bundle
    by_number = {one["number"]: one for one in told["items"]}
    return Sureness(
        first=told["first"],
        draws=told.get("draws", 0),
        items=[
            SureItem(item, one["in_first"], one["first"], one["quick_win"])
            for item in results.items
            if (one := by_number.get(item.number)) is not None
        ],
        sways=[_sway(sway, results) for sway in told["sways"]],
        refused=_refused(told.get("refused", "")),
        is_pending=told["weights"] != weights_of(results.criteria),
    )


def _sway(sway: Told, results: Results) -> str:
    names = {criterion.key: criterion.name.lower() for criterion in results.criteria}
    told = {
        "criterion": names.get(sway["criterion"], ""),
        "leaves": _titles(sway["leaves"], results),
        "enters": _titles(sway["enters"], results),
    }
    if told["leaves"] and told["enters"]:
        text = _(
            "If %(criterion)s counted twice as much, %(leaves)s would make way for %(enters)s."
        )
    elif told["enters"]:
        text = _("If %(criterion)s counted twice as much, %(enters)s would come in.")
    else:
        text = _("If %(criterion)s counted twice as much, %(leaves)s would drop out.")
    return text % told


def _titles(numbers: Sequence[int], results: Results) -> str:
    found = [results.item(number) for number in numbers]
    return ", ".join(f"{item.number} {item.item.title}" for item in found if item is not None)


def _refused(code: str) -> str:
    if not code:
        return ""
    return {
        "nothing_shown": _("Too few ratings are shown to say how sure the order is."),
        "all_first": _(
            "No more things were rated than may come first, so the order decides nothing."
        ),
        "weights_all_zero": _(
            "Every question has the weight zero, so nothing comes first. Give one of them a weight."
        ),
    }.get(code, _("How sure the order is can't be worked out from these ratings."))


def weight_words(criteria: Sequence[Criterion]) -> str:
    """Say how much each question counts."""
    if all(criterion.weight is None for criterion in criteria):
        return _("Nobody has said how much each question counts, so every share was tried.")
    parts = [
        f"{criterion.name.lower()} {_('open') if criterion.weight is None else criterion.weight}"
        for criterion in criteria
    ]
    return _("How much each question counts: %(weights)s.") % {"weights": ", ".join(parts)}

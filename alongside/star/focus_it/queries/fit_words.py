"""What fits, in words and rows: the choice that was worked out last."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from alongside.foundation.initiatives.money import pounds
from alongside.star.focus_it.models import Choice, Item, Matrix
from alongside.star.focus_it.queries.fits import DAYS, MONEY, limits_of
from alongside.star.focus_it.queries.telling import amount_words

A_FEW = 5
MOSTLY, RARELY = 66, 33


@dataclass(frozen=True, slots=True)
class FitLine:
    """One item that could be chosen: what it takes, whether it is in, and how firmly."""

    item: Item
    money: str
    days: str
    is_in: bool
    share: int | None
    firmness: str

    @property
    def is_open(self) -> bool:
        """Whether it is in some of the best sets and not in others."""
        return self.share is not None and 0 < self.share < 100


@dataclass(frozen=True, slots=True)
class Fit:
    """A choice as a page shows it. `is_pending` while it is being worked out."""

    choice: Choice
    limits: str
    spent: str
    lines: Sequence[FitLine]
    unpriced: Sequence[Item]
    refused: str
    is_pending: bool

    @property
    def is_proved(self) -> bool:
        return bool(self.choice.result.get("proved"))


def choices_of(matrix: Matrix) -> list[Choice]:
    """Return what was asked last, the newest first. One query."""
    return list(Choice.objects.in_place(matrix.place).filter(matrix=matrix)[:A_FEW])


def fit_of(choice: Choice, items: Sequence[Item]) -> Fit:
    """Return a choice with its items by name, those in the set first."""
    result: Mapping[str, Any] = choice.result
    by_number = {item.number: item for item in items}
    lines = [
        _line(by_number[int(number)], result, share)
        for number, share in result.get("shares", {}).items()
        if int(number) in by_number and int(number) not in result["unpriced"]
    ]
    return Fit(
        choice=choice,
        limits=_amounts(limits_of(choice)),
        spent=_amounts(result.get("spent", {})),
        lines=sorted(
            lines, key=lambda line: (not line.is_in, -(line.share or 0), line.item.number)
        ),
        unpriced=[by_number[n] for n in result.get("unpriced", []) if n in by_number],
        refused=_refused(result.get("refused", "")),
        is_pending=not result,
    )


def _line(item: Item, result: Mapping[str, Any], share: int | None) -> FitLine:
    takes = result["costs"].get(str(item.number), {})
    money, days = takes.get(MONEY), takes.get(DAYS)
    return FitLine(
        item,
        "" if money is None else pounds(money),
        "" if days is None else str(days),
        item.number in result["chosen"],
        share,
        _firmness(share),
    )


def _firmness(share: int | None) -> str:
    if share is None:
        return _("not rated")
    if share in {0, 100}:
        return _("always in") if share else _("never in")
    if share >= MOSTLY:
        return _("mostly in")
    return _("mostly out") if share <= RARELY else _("too close to say")


def _amounts(told: Mapping[str, int]) -> str:
    return amount_words(told.get(MONEY), told.get(DAYS))


def _refused(code: str) -> str:
    if not code:
        return ""
    return {
        "nothing_shown": _("Too few ratings are shown to choose by them."),
        "nothing_fits": _("Not one activity fits into this. Try more money, or more days."),
        "nothing_to_choose": _(
            "Nobody has said yet what the activities would take. Note their cost and their days on "
            "the list, then choose."
        ),
        "weights_all_zero": _(
            "Every question but effort has the weight zero, so nothing is worth more than anything "
            "else. Give impact a weight."
        ),
    }.get(code, _("This can't be worked out from these ratings."))

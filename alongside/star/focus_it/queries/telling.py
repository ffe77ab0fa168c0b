"""Readings in words: fields, how far people agree, who rated."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.foundation.initiatives.money import pounds
from alongside.foundation.members.groups import group_name
from alongside.foundation.members.models import Group
from alongside.foundation.places.vocabulary import Words
from alongside.star.focus_it.queries.cells import DECIDE
from alongside.star.focus_it.queries.readings import Agreement, Field, ItemReading, Reading
from alongside.star.focus_it.queries.rows import UNCONFIRMED

# In which order fields are listed, and under which word of the vocabulary.
FIELD_WORDS = {
    Field.QUICK_WIN: "quick_win_plural_start",
    Field.MAJOR_PROJECT: "major_project_plural_start",
    Field.FILL_IN: "fill_in_plural_start",
    Field.NOT_NOW: "not_now_name_start",
}


class Asked(Protocol):
    """A question about every item, as a matrix or its instrument has it."""

    @property
    def key(self) -> str: ...
    @property
    def name(self) -> str: ...


def field_name(field: Field, words: Words) -> str:
    """Return the heading of a field, or why an item is in none."""
    if field in FIELD_WORDS:
        return words[FIELD_WORDS[field]]
    return {
        Field.ON_LINE: _("On a line, in no field"),
        Field.HIDDEN: _("Too few ratings to show"),
        Field.NOBODY: _("Not rated for impact and effort"),
    }[field]


def group_names(words: Words) -> dict[str, str]:
    """Return what each group is called here, "those who decide" included."""
    return {
        **{group: group_name(words, group) for group in Group.values},
        DECIDE: _("those who decide"),
    }


def agreement_words(item: ItemReading, criteria: Sequence[Asked]) -> str:
    """Say what people are divided about, what they differ about; or that they agree."""
    named = [(c.name.lower(), r) for c in criteria if (r := item.of(c.key)) is not None]
    parts = [
        text % {"what": _list(about)}
        for kind, text in (
            (Agreement.DIVIDED, _("divided about %(what)s")),
            (Agreement.DIFFER, _("differ about %(what)s")),
        )
        if (about := [name for name, reading in named if reading.agreement is kind])
    ]
    return "; ".join(parts) if parts or not named else _("agree")


def _list(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return _("%(all)s and %(last)s") % {"all": ", ".join(names[:-1]), "last": names[-1]}


def value(reading: Reading | None) -> str:
    """Return a mean with one decimal: more would be more than is known."""
    return _("not shown") if reading is None else f"{reading.mean:.1f}"


def too_few_words() -> str:
    """Say why nothing is shown, in general: which group was too few would tell of the few."""
    return _(
        "Those who rated are too few, or too few beside a group, to show anything without telling "
        "what one person said. It shows when more people have rated."
    )


def who_rated(bundle: Mapping[str, Any]) -> str:
    """Return how many rated, in a few words."""
    count = sum(bundle["people"].values())
    return ngettext("%(n)s person rated", "%(n)s people rated", count) % {"n": count}


def group_sentences(bundle: Mapping[str, Any], words: Words) -> list[str]:
    """Say how many of each group rated, and how they are shown."""
    names = group_names(words)
    shown = {
        group
        for item in bundle["items"]
        for cells in item["figures"].values()
        for group, counts in cells.items()
        if counts is not None
    }
    sentences = []
    for group in Group.values:
        count = bundle["people"].get(group, 0)
        told = {"group": names[group], "count": count}
        if not count:
            sentences.append(_("No %(group)s rated.") % told)
        elif bundle["merged"] and group in {"elected", "manager"}:
            text = _("%(count)s %(group)s rated; shown together as “those who decide”.")
            sentences.append(text % told)
        elif group not in shown:
            text = _("%(count)s %(group)s rated; not shown apart, to protect what they said.")
            sentences.append(text % told)
        else:
            sentences.append(_("%(count)s %(group)s rated.") % told)
    if count := bundle["people"].get(UNCONFIRMED, 0):
        sentences.append(
            ngettext(
                "%(n)s person said they work here or sit on the council; nobody confirmed it, so "
                "they count among all and in no group.",
                "%(n)s people said they work here or sit on the council; nobody confirmed it, so "
                "they count among all and in no group.",
                count,
            )
            % {"n": count}
        )
    return sentences


def amount_words(pence: int | None, days: int | None) -> str:
    """Say money and days, as far as either is known: "£80,000 and 120 days of work"."""
    parts = []
    if pence is not None:
        parts.append(pounds(pence))
    if days is not None:
        parts.append(ngettext("%(n)s day of work", "%(n)s days of work", days) % {"n": days})
    return _(" and ").join(parts)

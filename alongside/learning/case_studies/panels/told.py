"""A case as it is read: its sections and facts, the same on pages, side by side, and on paper."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from alongside.foundation.initiatives.money import pounds
from alongside.foundation.members.groups import group_names
from alongside.foundation.places.models import Place
from alongside.foundation.places.vocabulary import Words
from alongside.learning.case_studies.models import CaseText, Evidence, Outcome, Scale
from alongside.learning.case_studies.words import COLUMN_NAMES, COLUMNS


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a case under its heading; nothing stands under a heading without words."""

    key: str
    heading: str
    paragraphs: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    head: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.paragraphs or self.tags or self.rows)


def sections(case: CaseText) -> list[Section]:
    """Return the parts of a case that tell something, in their order (method 1.4)."""
    every = [
        Section("introduction", _("Introduction"), split(case.introduction)),
        Section("objectives", _("What we wanted to achieve"), split(case.objectives)),
        Section("leadership", _("Leadership and bringing people along"), split(case.leadership)),
        _outcomes(case),
        _figures(case),
        Section("money", _("Costs and savings"), list(_money(case))),
        Section("learning", _("What we learned"), split(case.learning)),
        Section("did_not_work", _("What did not work"), split(case.did_not_work)),
        Section("further", _("Where to read more"), split(case.further)),
    ]
    return [section for section in every if section]


def split(text: str) -> list[str]:
    """Return the paragraphs of what somebody typed."""
    return [one.strip() for one in text.replace("\r", "").split("\n") if one.strip()]


def _outcomes(case: CaseText) -> Section:
    names = dict(Outcome.choices)
    tags = [str(names[kind]) for kind in case.outcome_kinds if kind in names]
    return Section("outcomes", _("What changed"), split(case.outcomes), tags)


def _figures(case: CaseText) -> Section:
    rows = [[row.get(column, "") for column in COLUMNS] for row in case.indicators]
    how = [_("How we know: %(how)s.") % {"how": evidence_words(case)}] if case.evidence else []
    notes = [*how, *split(case.evidence_note)]
    heads = [str(name) for name in COLUMN_NAMES]
    return Section("figures", _("Figures, and how we know"), notes, head=heads, rows=rows)


def evidence_words(case: CaseText) -> str:
    """Say how one knows what changed."""
    return str(dict(Evidence.choices).get(case.evidence, ""))


def _money(case: CaseText) -> Iterator[str]:
    for name, pence, note in (
        (_("Costs"), case.cost_pence, case.cost_note),
        (_("Saves"), case.saving_pence, case.saving_note),
    ):
        if pence is not None or note:
            amount = pounds(pence) if pence is not None else _("not said")
            yield f"{name}: {amount}. {capfirst(note)}".rstrip(". ") + "."


def facts(case: CaseText, place: Place, words: Words) -> list[dict[str, str]]:
    """Return the facts of a case in brief, those that are known."""
    cos = [case.co, *case.also_cos]
    scale = str(dict(Scale.choices).get(case.scale, ""))
    told = [
        (_("Where"), ", ".join(filter(None, [case.where_in, place.name]))),
        (_("Done together"), ", ".join(words.get(f"{co}_name", co) for co in cos)),
        (_("Way of working"), ", ".join(filter(None, [case.approach, *case.also_approaches]))),
        (_("Service"), case.service_area),
        (_("Who takes part"), ", ".join(group_names(words, case.groups))),
        (_("People"), f"{case.people_count:,}" if case.people_count is not None else ""),
        (_("How far it reaches"), scale),
        (_("How we know"), evidence_words(case)),
    ]
    return [{"key": key, "value": value} for key, value in told if value]


def byline(case: CaseText, *, updated_on: Any = None, checked_on: Any = None) -> list[str]:
    """Return who wrote it, and when it was written, changed and last looked at."""
    told = [_("By %(name)s") % {"name": case.author_name}] if case.author_name else []
    for words, day in (
        (_("written %(day)s"), case.written_on),
        (_("this version of %(day)s"), updated_on),
        (_("last checked %(day)s"), checked_on),
    ):
        if day:
            told.append(words % {"day": date_format(day)})
    return told

"""Blocks that several pages of events show."""

from dataclasses import dataclass
from textwrap import shorten
from typing import Any

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.foundation.consent.helping import HELP_LABELS
from alongside.foundation.consent.models import Offered
from alongside.foundation.disclosure.models import Release
from alongside.foundation.gatherings.models import AgendaItem, Feedback, Gathering
from alongside.foundation.gatherings.wording import (
    day_told,
    page_of,
    when_told,
    where_told,
)

LEAST_TOLD = 5


@dataclass(frozen=True, slots=True)
class Card:
    """An event in a list."""

    title: str
    url: str
    tag: str
    facts: list[str]
    text: str


def card_of(gathering: Gathering) -> Card:
    """What the list says of an event."""
    return Card(
        gathering.title,
        page_of(gathering),
        gathering.get_kind_display().capitalize(),
        [
            when_told(gathering),
            gathering.venue or _("online"),
            gathering.place.name,
            standing_told(gathering),
            *([_("invented example")] if gathering.place.is_example else []),
        ],
        first_sentence(gathering.what),
    )


def first_sentence(text: str) -> str:
    """The first paragraph, for a list."""
    return shorten(text.strip().split("\n", 1)[0], 240, placeholder=" …")


def standing_told(gathering: Gathering) -> str:
    """How it stands: places left, full, cancelled, over."""
    if gathering.state == Gathering.State.CANCELLED:
        return _("cancelled")
    if gathering.ends_at < timezone.now():
        return _("has taken place")
    free = gathering.free_count
    if free <= 0:
        return _("full: there is a waiting list")
    return ngettext("%(count)d place left", "%(count)d places left", free) % {"count": free}


def facts_of(gathering: Gathering) -> list[dict[str, Any]]:
    """When, where, for whom, whom to ring: rows for a summary list."""
    is_open = gathering.state in (Gathering.State.DRAFT, Gathering.State.PUBLISHED)
    is_coming = is_open and gathering.ends_at >= timezone.now()
    return [
        {"key": _("When"), "value": when_told(gathering)},
        {"key": _("Where"), "value": where_told(gathering)},
        {"key": _("Who may come"), "value": gathering.get_audience_display().capitalize()},
        {
            "key": _("Places") if is_coming else _("How it stands"),
            "value": standing_told(gathering).capitalize(),
        },
    ]


def help_of(gathering: Gathering) -> list[dict[str, str]]:
    """How each form of help with taking part stands."""
    activity, until = gathering.activity, gathering.help_by_on
    asked = _("ask us by %(day)s") % {"day": date_format(until, "j F Y")} if until else _("ask us")
    told = {
        Offered.READY: _("ready"),
        Offered.ON_REQUEST: asked,
        Offered.NOT_OFFERED: _("not offered"),
    }
    return [
        {"key": str(label), "value": told.get(getattr(activity, name), _("not said yet"))}
        for name, label in HELP_LABELS.items()
    ]


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """A line of the agenda, in the time of the place."""

    number: int
    time: str
    title: str
    speaker: str
    room: str


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """The agenda of one day; `title` is empty where there is only one."""

    title: str
    rows: list[AgendaRow]


def agenda_of(gathering: Gathering) -> list[AgendaDay]:
    """The agenda, day by day. One query."""
    days: dict[str, list[AgendaRow]] = {}
    for item in AgendaItem.objects.in_place(gathering.place).filter(gathering=gathering):
        at = item.starts_at.astimezone(gathering.zone)
        row = AgendaRow(item.pk, f"{at:%H:%M}", item.title, item.speaker, item.room)
        days.setdefault(day_told(at), []).append(row)
    only_one = len(days) == 1
    return [AgendaDay("" if only_one else day, rows) for day, rows in days.items()]


@dataclass(frozen=True, slots=True)
class Question:
    """What those who came said to one question; no rows where it isn't told."""

    title: str
    rows: list[tuple[str, int]]


def feedback_told(release: Release) -> dict[str, Any]:
    """What was frozen, ready to be shown."""
    bundle = release.bundle
    asked: list[tuple[str, str, type[TextChoices]]] = [
        ("worth", _("Was it worth their time?"), Feedback.Worth),
        ("took_part", _("Could they take part as they wanted to?"), Feedback.TookPart),
    ]
    questions = [
        Question(
            title,
            list(zip(map(str, choices.labels), bundle["questions"][name] or (), strict=False))
            if bundle["questions"][name]
            else [],
        )
        for name, title, choices in asked
    ]
    return {"answered": bundle["answered"], "questions": questions, "words": bundle["words"]}


def came_told(count: int) -> str:
    """How many came, for everybody; nothing where they were few."""
    if count < LEAST_TOLD:
        return ""
    return ngettext("%(count)d person came", "%(count)d people came", count) % {"count": count}

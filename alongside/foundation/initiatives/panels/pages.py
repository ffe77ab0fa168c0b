"""Ready-to-show blocks of initiatives."""

from collections.abc import Sequence
from typing import Any

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.foundation.initiatives.models import Decision, Initiative, Stage
from alongside.foundation.initiatives.money import pounds
from alongside.foundation.initiatives.queries import BoardCounts
from alongside.foundation.members.groups import TERMS, group_name
from alongside.foundation.places.models import Ward
from alongside.foundation.places.vocabulary import Words

TONES = {
    Stage.EXISTING: "good",
    Stage.TRYING: "sun",
    Stage.TAKEN_ON: "warn",
}
# Where there is something to tell of.
HAPPENED = (Stage.EXISTING, Stage.TRYING, Stage.STOPPED)
# The letter of a group's marker on the Star.
LETTERS = {"elected": "C", "manager": "M", "staff": "S", "resident": "R"}


def tally(counts: BoardCounts) -> list[tuple[str, int, str]]:
    """Return how many stand where, for the top of the list: stage, count, words."""
    return [
        (Stage.EXISTING, counts.existing, _("happening already")),
        (Stage.CANDIDATE, counts.candidates, _("could be tried")),
        (Stage.TAKEN_ON, counts.taken_on, _("taken on")),
        (Stage.TRYING, counts.trying, _("being tried")),
        (Stage.STOPPED, counts.learned_by_stopping, _("stopped, and learned from")),
    ]


def initiative_card(initiative: Any, words: Words) -> dict[str, Any]:
    """Return what the card of an initiative with its stage shows."""
    facts = [str(Stage(initiative.stage).label)]
    if initiative.service:
        facts.append(initiative.service.name)
    if wards := [ward.name for ward in initiative.wards.all()]:
        facts.append(_some_of(wards))
    if initiative.stage == Stage.TRYING and initiative.stops_on:
        facts.append(_("stops on %(day)s") % {"day": date_format(initiative.stops_on)})
    if initiative.people_count:
        facts.append(_people(initiative.people_count))
    text = initiative.what_happens
    return {
        "initiative": initiative,
        "tag": words[f"{initiative.co}_short"],
        "facts": facts,
        "text": text if len(text) <= 180 else f"{text[:179]}…",
    }


def _some_of(wards: Sequence[str], most: int = 2) -> str:
    if len(wards) <= most:
        return ", ".join(wards)
    more = len(wards) - most
    told = {"wards": ", ".join(wards[:most]), "n": more}
    return ngettext("%(wards)s and %(n)s more", "%(wards)s and %(n)s more", more) % told


def initiative_parts(
    initiative: Initiative,
    decisions: list[Decision],
    words: Words,
    *,
    where: Sequence[Ward] | None,
    is_public: bool,
) -> dict[str, Any]:
    """Return what an initiative's page shows; to the public without who decided and why."""
    latest = Stage(decisions[-1].verdict)
    return {
        "initiative": initiative,
        "co_name": words[f"{initiative.co}_name"],
        "stage": capfirst(latest.label),
        "stage_tone": TONES.get(latest, "quiet"),
        "stats": _stats(initiative),
        "where": where,
        "is_placed": where is not None,
        "leads_to_list": not is_public,
        "groups": [
            {"letter": LETTERS[group], "name": group_name(words, group), "key": group}
            for group in TERMS
            if group in initiative.groups
        ],
        "level": {
            "individual": _("one person at a time"),
            "group": _("in a group"),
            "collective": _("everyone in a place"),
        }.get(initiative.level, ""),
        "could_show_more": latest in HAPPENED
        and not (initiative.people_count and initiative.what_changed),
        "quotation": initiative.quotation if initiative.quotation_agreed else "",
        "timeline": [_entry(decision, is_public=is_public) for decision in reversed(decisions)],
    }


def _stats(initiative: Initiative) -> list[dict[str, str]]:
    stats = []
    if initiative.people_count is not None:
        count = initiative.people_count
        label = ngettext("person takes part", "people take part", count)
        stats.append({"value": f"{count:,}", "label": label, "note": ""})
    if initiative.cost_pence is not None:
        stats.append(
            {
                "value": pounds(initiative.cost_pence),
                "label": _("what it costs"),
                "note": initiative.cost_note,
            }
        )
    return stats


def _people(count: int) -> str:
    return ngettext("%(n)s person", "%(n)s people", count) % {"n": f"{count:,}"}


def _entry(decision: Decision, *, is_public: bool) -> dict[str, Any]:
    facts: list[tuple[str, str]] = []
    if decision.question:
        facts.append((_("The question"), decision.question))
    if decision.stops_on:
        facts.append((_("It stops on"), date_format(decision.stops_on)))
    is_lesson = decision.verdict == Stage.STOPPED
    if is_lesson and decision.reason:
        facts.append((_("What we learned"), decision.reason))
    if not is_public:
        facts += _inner_facts(decision, with_reason=not is_lesson)
    return {
        "verdict": Stage(decision.verdict).label,
        "on": decision.on,
        "facts": facts,
    }


def _inner_facts(decision: Decision, *, with_reason: bool) -> list[tuple[str, str]]:
    told = [
        (_("Why"), decision.reason if with_reason else ""),
        (_("Money"), pounds(decision.budget_pence) if decision.budget_pence is not None else ""),
        (_("Look again on"), date_format(decision.review_on) if decision.review_on else ""),
        (_("Who decided"), decision.decided_by),
        (_("Seen differently"), decision.dissent),
        (_("Noted by"), str(decision.made_by) if decision.made_by else ""),
    ]
    return [(name, text) for name, text in told if text]

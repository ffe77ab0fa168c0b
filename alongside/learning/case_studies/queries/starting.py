"""What an activity knows already of the case that could be told of it."""

from typing import Any

from alongside.foundation.initiatives.models import Decision, Initiative, Stage
from alongside.foundation.places.models import Place
from alongside.foundation.places.slugs import free_slug_among
from alongside.foundation.practices.queries import service_areas_of
from alongside.learning.case_studies.models import CaseStudy

# Addresses within the list that are not cases.
RESERVED_SLUGS = frozenset({"new", "try"})


def known_of(initiative: Initiative) -> dict[str, Any]:
    """Return the fields of a case as far as its activity tells them. Three queries."""
    decisions = list(initiative.decisions.all())
    return {
        "title": initiative.title,
        "co": initiative.co,
        "approach": initiative.approach,
        "service_area": _service_area(initiative),
        "where_in": ", ".join(ward.name for ward in initiative.wards.all())[:120],
        "groups": list(initiative.groups),
        "people_count": initiative.people_count,
        "introduction": initiative.what_happens,
        "objectives": _latest(decisions, Stage.TRYING, "question"),
        "outcomes": "\n\n".join(filter(None, [initiative.what_changed, _quotation(initiative)])),
        "cost_pence": initiative.cost_pence,
        "cost_note": initiative.cost_note,
        "learning": _latest(decisions, Stage.STOPPED, "reason"),
        "further": initiative.evidence_url,
    }


def _service_area(initiative: Initiative) -> str:
    """The word under which the index files it, so that it is suggested for services like this."""
    if initiative.service is None:
        return ""
    areas = service_areas_of(initiative.service)
    return areas[0] if areas else initiative.service.name[:80]


def _quotation(initiative: Initiative) -> str:
    """Only words that the person agreed to have read by everybody."""
    if not (initiative.quotation and initiative.quotation_agreed):
        return ""
    who = f" ({initiative.quoted_who})" if initiative.quoted_who else ""
    return f"“{initiative.quotation}”{who}"


def _latest(decisions: list[Decision], stage: Stage, field: str) -> str:
    told = [getattr(decision, field) for decision in decisions if decision.verdict == stage]
    return told[-1] if told else ""


def free_slug(place: Place, title: str) -> str:
    """Return a slug that no case of the place has."""
    rows = CaseStudy.objects.in_place(place)
    return free_slug_among(rows, title, otherwise="case", reserved=RESERVED_SLUGS)

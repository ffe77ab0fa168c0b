"""A case as the nation's index of practice holds it: one entry among the others."""

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from alongside.foundation.practices.models import Practice
from alongside.learning.case_studies.models import CaseLabel, CaseStudy, CaseText, Evidence

LEAD = 400  # letters of the introduction that a card shows
WORDS = (
    "where_in", "introduction", "objectives", "leadership", "outcomes", "learning", "did_not_work",
    "cost_note", "saving_note", "further",
)  # fmt: skip


def entry_fields(case: CaseStudy) -> dict[str, Any]:
    """Return what the index tells of a case."""
    return {
        "title": case.title,
        "nation_name": case.place.nation.name if case.place.nation else "",
        "council_area": case.place.name[:80],
        "service_area": case.service_area,
        "co": case.co,
        "approach": case.approach,
        "what_happens": lead_of(case),
        "who_takes_part": list(case.groups),
        "scale": case.scale,
        "note": _("An invented example.") if case.place.is_example else "",
        "rests_on": basis_of(case),
        "source": _source(case),
        "body": body_of(case),
    }


def basis_of(case: CaseText) -> str:
    """What people say is told as that; only figures or somebody's look speak of change."""
    return Practice.Basis.QUOTATION if case.evidence == Evidence.STORY else Practice.Basis.CHANGE


def lead_of(case: CaseText) -> str:
    """Return the first paragraph of the introduction, cut at a word where it is long."""
    first = case.introduction.strip().split("\n")[0].strip()
    if len(first) <= LEAD:
        return first
    return first[:LEAD].rsplit(" ", 1)[0] + " …"


def body_of(case: CaseText) -> str:
    """Return all of its words, by which it is found and set beside others."""
    told = [getattr(case, name) for name in WORDS]
    told += [str(cell) for row in case.indicators for cell in row.values()]
    return "\n".join(one for one in told if one)


def _source(case: CaseStudy) -> str:
    when = date_format(case.written_on, "F Y") if case.written_on else ""
    said = _("Written by %(author)s, %(place)s, %(when)s")
    return said % {"author": case.author_name, "place": case.place.name, "when": when}


def labels_of(case: CaseText) -> Iterator[tuple[str, str]]:
    """Return by what else than its own fields a case is found."""
    kinds = CaseLabel.Kind
    yield from ((kinds.CO, co) for co in dict.fromkeys([case.co, *case.also_cos]))
    ways = dict.fromkeys([case.approach, *case.also_approaches])
    yield from ((kinds.APPROACH, way) for way in ways if way)
    yield from ((kinds.OUTCOME, kind) for kind in dict.fromkeys(case.outcome_kinds))

"""Ready-to-show blocks of practice."""

from typing import Any

from django.utils.translation import gettext as _

from alongside.foundation.members.groups import group_names
from alongside.foundation.places.vocabulary import Words
from alongside.foundation.practices.models import Practice

COS = frozenset({"commission", "design", "deliver", "assess"})


def basis_words(practice: Practice) -> str:
    """Say what an entry rests on, so that nobody takes a story for proof."""
    return {
        Practice.Basis.EXAMPLE: _(
            "An example that its source names. The source doesn't show what it changed."
        ),
        Practice.Basis.QUOTATION: _("This rests on what somebody said. It isn't proof of change."),
        Practice.Basis.PROGRAMME: _(
            "A programme that was announced or run. It isn't proof of change."
        ),
        Practice.Basis.CHANGE: _("The source shows what changed."),
    }[Practice.Basis(practice.rests_on)]


def practice_card(practice: Practice, words: Words) -> dict[str, Any]:
    """Return what the card of a practice shows."""
    is_co = practice.co in COS
    facts = [practice.where, practice.service_area, practice.approach]
    return {
        "practice": practice,
        "co": practice.co if is_co else None,
        "tag": words[f"{practice.co}_short"] if is_co else _("Programme"),
        "facts": [fact for fact in facts if fact],
    }


def practice_rows(practice: Practice, words: Words) -> list[dict[str, Any]]:
    """Return the facts of a practice, those that are known."""
    facts = [
        (_("Where"), ", ".join(filter(None, [practice.council_area, practice.nation_name]))),
        (_("Service area"), practice.service_area),
        (_("Way of working"), practice.approach),
        (_("Who takes part"), ", ".join(group_names(words, practice.who_takes_part))),
        (_("Scale"), practice.scale),
        (_("Note"), practice.note),
        (_("What it rests on"), basis_words(practice)),
        (_("Source"), practice.source),
    ]
    return [{"key": key, "value": value} for key, value in facts if value]

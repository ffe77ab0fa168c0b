"""The cards of cases in a list."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from alongside.foundation.history.keeping import kept
from alongside.foundation.places.vocabulary import Words
from alongside.foundation.practices.panels import practice_card
from alongside.learning.case_studies.queries.library import cases_with


def cards_with(keys: Sequence[int], words: Words) -> list[dict[str, Any]]:
    """Return the cards of the cases with these keys; worked out anew once anything has changed."""
    return kept(
        "cards of cases", *keys, make=lambda: [_card(one, words) for one in cases_with(keys)]
    )


def _card(practice: Any, words: Words) -> dict[str, Any]:
    card = practice_card(practice, words)
    if practice.is_full:
        # A nation of the worked example restates real cases; what its partnerships tell is made up.
        made_up = [_("invented example")] if practice.place.is_example else []
        card["facts"] = [*card["facts"], _("told in full"), *made_up]
    return card

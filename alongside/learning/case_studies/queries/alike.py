"""Which cases are alike: their words for the comparison, and what came of it."""

from alongside.foundation.places.models import Place
from alongside.foundation.practices.models import Practice
from alongside.foundation.practices.queries.public import practices_like, public_practices
from alongside.learning.case_studies.models import Likeness


def texts_of(nation: Place) -> dict[int, str]:
    """Return the words of every entry that everybody may read, by its number. One query."""
    rows = public_practices().filter(place=nation).order_by("pk")
    told = rows.values_list("pk", "title", "approach", "service_area", "what_happens", "body")
    return {pk: "\n".join(words) for pk, *words in told}


def cases_alike(practice: Practice) -> list[Practice]:
    """Return the public cases most like one: by their words, or by kind where nobody compared yet.

    Two queries at most.
    """
    kept = Likeness.objects.in_place(practice.place).filter(practice=practice)
    alike = public_practices().filter(pk__in=kept.values("other"))
    scores = dict(kept.values_list("other_id", "score"))
    if not scores:
        return practices_like(practice)
    return sorted(alike, key=lambda other: (-scores[other.pk], other.title))

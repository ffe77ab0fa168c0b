"""Which cases are alike: their words for the comparison, and what came of it."""

from django.db.models import Q, QuerySet

from alongside.foundation.places.models import Place
from alongside.foundation.practices.models import Practice
from alongside.foundation.practices.queries.public import practices_like, public_practices
from alongside.foundation.prepared.reads import Given, prepared
from alongside.learning.case_studies.models import Likeness


def texts_of(nation: Place) -> dict[int, str]:
    """Return the words of every entry that everybody may read, by its number. One query."""
    rows = public_practices().filter(place=nation).order_by("pk")
    told = rows.values_list("pk", "title", "approach", "service_area", "what_happens", "body")
    return {pk: "\n".join(words) for pk, *words in told}


@prepared
def _kept() -> QuerySet[Likeness, tuple[int, float]]:
    kept = Likeness.objects.in_place(Given("place")).filter(practice=Given("practice"))
    return kept.values_list("other_id", "score")


@prepared
def _three() -> QuerySet[Practice]:
    three = Q(pk=Given("first")) | Q(pk=Given("second")) | Q(pk=Given("third"))
    return public_practices().filter(three)


def cases_alike(practice: Practice) -> list[Practice]:
    """Return the public cases most like one: by their words, or by kind where nobody compared yet.

    Two queries at most.
    """
    scores = dict(_kept(place=practice.place_id, practice=practice.pk))
    if not scores:
        return practices_like(practice)
    first, second, third = [*scores, 0, 0][:3]
    alike = _three(first=first, second=second, third=third)
    return sorted(alike, key=lambda other: (-scores[other.pk], other.title))

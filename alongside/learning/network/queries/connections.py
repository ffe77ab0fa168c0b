"""Who is connected with whom: partnerships whose people answered each other, as far as they agreed."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, F

from alongside.foundation.discussions.models import Comment
from alongside.learning.network.here import Here

LEAST_ANSWERS = 5
LEAST_PEOPLE = 3


@dataclass(frozen=True, slots=True)
class Connection:
    """Two partnerships, and how many answers their people gave each other."""

    one: str
    other: str
    answers: int


def connections_in(here: Here) -> list[Connection]:
    """Return the pairs with enough answers by enough people, the closest first. One query.

    Counted are answers in the open, where both who asked and who answered chose to be counted. A
    pair below the minimum isn't told from one without any answer.
    """
    asker = "thread__topic__opening__author"
    answers = (
        Comment.objects.in_place(here.nation)
        .shown()
        .filter(**{"author__profile__in_picture": True, f"{asker}__profile__in_picture": True})
    )
    across = answers.exclude(pk=F("thread__topic__opening")).exclude(
        author__person__place=F(f"{asker}__person__place")
    )
    counted = across.values_list(
        "author__person__place__name", f"{asker}__person__place__name", "author", asker
    ).annotate(Count("pk"))
    totals: Counter[tuple[str, str]] = Counter()
    people: dict[tuple[str, str], set[int]] = {}
    for helper, asked, helper_id, asker_id, count in counted.order_by():
        pair = (min(helper, asked), max(helper, asked))
        totals[pair] += count
        people.setdefault(pair, set()).update((helper_id, asker_id))
    return [
        Connection(*pair, count)
        for pair, count in sorted(totals.items(), key=lambda one: (-one[1], one[0]))
        if count >= LEAST_ANSWERS and len(people[pair]) >= LEAST_PEOPLE
    ]

"""Work out which entries of the library are alike, and keep it."""

from collections.abc import Iterable

from django.db import transaction

from alongside.engines.likeness import likest
from alongside.foundation.places.models import Place
from alongside.learning.case_studies.models import Likeness
from alongside.learning.case_studies.queries.alike import texts_of


def work_out_likeness(nation: Place) -> int:
    """Compare all entries of a nation's library; return how many pairs were kept.

    The comparing is done before anything is written; what was known before is replaced as a whole.
    """
    texts = texts_of(nation)
    keys = list(texts)
    pairs = [
        Likeness(place=nation, practice_id=keys[number], other_id=keys[one.at], score=one.score)
        for number, alike in enumerate(likest(list(texts.values())))
        for one in alike
    ]
    with transaction.atomic():
        known = Likeness.objects.in_place(nation)
        if _scores(known) != _scores(pairs):
            known.delete()
            Likeness.objects.bulk_create(pairs, batch_size=500)
    return len(pairs)


def _scores(pairs: Iterable[Likeness]) -> dict[tuple[int, int], float]:
    return {(one.practice_id, one.other_id): round(one.score, 6) for one in pairs}

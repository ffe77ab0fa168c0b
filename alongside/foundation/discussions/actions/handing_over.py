"""Threads go along with the pages that they stand below."""

from collections.abc import Mapping

from django.db import transaction

from alongside.foundation.discussions.models import Comment, Thread
from alongside.foundation.places.models import Place


@transaction.atomic
def hand_over_threads(kind: str, paths: Mapping[str, str], *, origin: Place, to: Place) -> None:
    """Give the threads below these things, by key with their new path, to another place.

    Whoever calls it hands over the things themselves, and has asked whether they may.
    """
    threads = Thread.objects.in_place(origin).filter(kind=kind, key__in=list(paths))
    for thread in threads:
        comments = Comment.objects.in_place(origin).filter(thread=thread)
        moved = list(comments.values_list("pk", flat=True))
        thread.place, thread.path = to, paths[thread.key]
        thread.save(update_fields=["place", "path"])
        Comment.objects.in_place(origin).filter(pk__in=moved).update(place=to)

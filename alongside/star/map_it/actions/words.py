"""Free words: read by a person, then released together and in mixed order, never one by one."""

import random
from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal
from alongside.star.map_it.models import FreeWord, Round
from alongside.star.map_it.rules import rounds as rules


def words_to_read(round_: Round) -> list[FreeWord]:
    """Return what waits to be read, in an order that says nothing of who wrote when."""
    held = list(
        FreeWord.objects.in_place(round_.place).filter(
            response__activity=round_.activity_id,
            response__state="submitted",
            state=FreeWord.State.HELD,
        )
    )
    random.Random(round_.pk).shuffle(held)  # noqa: S311 - an order, not a secret
    return held


def released_words(round_: Round) -> list[str]:
    """Return the released words, mixed."""
    texts = list(
        FreeWord.objects.in_place(round_.place)
        .filter(response__activity=round_.activity_id, state=FreeWord.State.RELEASED)
        .order_by("text")
        .values_list("text", flat=True)
    )
    random.Random(round_.pk).shuffle(texts)  # noqa: S311 - an order, not a secret
    return texts


@transaction.atomic
def release_words(
    round_: Round, *, released: Iterable[int], kept_back: Iterable[int], reason: str, by: Actor
) -> int:
    """Release words that were read, at least as many at once as the smallest group shown."""
    if not rules.can_edit_round(by, round_) or round_.state != Round.State.CLOSED:
        raise Refusal("not_allowed", _("Words are read by the lead once the map has closed."))
    words = FreeWord.objects.in_place(round_.place).filter(
        response__activity=round_.activity_id, state=FreeWord.State.HELD
    )
    # Counted among those that wait: numbers of nothing would let a single text out.
    chosen = set(words.filter(pk__in=set(released)).values_list("pk", flat=True))
    back = set(kept_back)
    if chosen and len(chosen) < round_.minimum:
        raise Refusal(
            "too_few_words",
            _("Release at least %(minimum)s together, so that nobody can tell whose they are.")
            % {"minimum": round_.minimum},
            status=409,
        )
    if back and not reason.strip():
        raise Refusal("no_reason", _("Say why you keep something back."), status=409)
    count = words.filter(pk__in=chosen).update(state=FreeWord.State.RELEASED)
    words.filter(pk__in=back - chosen).update(
        state=FreeWord.State.KEPT_BACK, reason=reason.strip()[:200]
    )
    record_event("release_words", round_, by=by, place_id=round_.place_id)
    return count

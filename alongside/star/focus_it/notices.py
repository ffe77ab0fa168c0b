"""What people are told before they rate: who sees it, and what it is for."""

from django.utils.translation import gettext as _

from alongside.foundation.consent.actions import give_notice
from alongside.foundation.consent.models import Notice
from alongside.foundation.history.actor import Actor
from alongside.foundation.places.models import Place
from alongside.foundation.places.vocabulary import Words, fill

KIND = "matrix"
KIND_OPEN = "matrix_open"


def notice_for(place: Place, *, minimum: int, words: Words, by: Actor) -> Notice:
    """Return the newest notice for matrices that show groups from that size on."""
    if minimum == 1:
        kind = KIND_OPEN
        who = _(
            "Everybody here agreed to see how few people rated. Nobody's name is shown, but in a "
            "small group others may guess which ratings are yours."
        )
    else:
        kind = f"{KIND}_{minimum}"
        who = _(
            "Nobody sees what you rate, neither your manager nor the programme lead. Ratings are "
            "only shown added up, for at least %(minimum)s people, once they are revealed."
        ) % {"minimum": minimum}
    text = _(
        "We ask so that this {partnership_singular} can decide what comes first, and so that everyone "
        "can see why. Taking part is your choice, and nothing you are entitled to depends on it. You "
        "can change your ratings until they are revealed."
    )
    return give_notice(place, kind=kind, who_sees=fill(who, words), text=fill(text, words), by=by)

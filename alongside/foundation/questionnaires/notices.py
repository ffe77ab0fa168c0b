"""What people are told before they answer: who sees it, and what it is for."""

from django.utils.translation import gettext as _

from alongside.foundation.consent.actions import give_notice
from alongside.foundation.consent.models import Notice
from alongside.foundation.history.actor import Actor
from alongside.foundation.places.models import Place
from alongside.foundation.places.vocabulary import fill, words_of


def notice_for(place: Place, *, minimum: int, by: Actor) -> Notice:
    """Return the newest notice for questionnaires that show groups from that size on."""
    words = words_of(place)
    who = _(
        "Nobody sees who gave which answer. Answers are only shown added up, for at least "
        "%(minimum)s people. What you write in your own words is read without your name."
    ) % {"minimum": minimum}
    text = _(
        "We ask so that this {partnership_singular} can plan with what people here know, have and "
        "wish. Taking part is your choice, and nothing you are entitled to depends on it. You can "
        "leave out what you prefer not to say, change your answers until this closes, and take "
        "them back."
    )
    return give_notice(
        place,
        kind=f"questionnaire_{minimum}",
        who_sees=fill(who, words),
        text=fill(text, words),
        by=by,
    )

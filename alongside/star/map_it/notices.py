"""What people are told before they answer: who sees it, and what it is for.

The texts are versioned rows (`consent.Notice`), so that each answer is tied to what its author was
told. They promise no more than the software keeps.
"""

from django.utils.translation import gettext as _

from alongside.foundation.consent.models import Notice
from alongside.foundation.places.models import Place
from alongside.foundation.places.vocabulary import Words, fill
from alongside.star.map_it.models import Round

KIND = {
    Round.Mode.CONFIDENTIAL: "explorer_confidential",
    Round.Mode.ON_RECORD: "explorer_record",
}


def notice_for(place: Place, *, mode: str, minimum: int, words: Words) -> Notice:
    """Return the newest notice for this mode; a changed text makes a new version."""
    who_sees, text = _texts(mode, minimum, words)
    kind = KIND[Round.Mode(mode)]
    newest = Notice.objects.in_place(place).filter(kind=kind).order_by("-version").first()
    if newest and (newest.who_sees, newest.text) == (who_sees, text):
        return newest
    return Notice.objects.create(
        place=place,
        kind=kind,
        version=(newest.version if newest else 0) + 1,
        who_sees=who_sees,
        text=text,
    )


def _texts(mode: str, minimum: int, words: Words) -> tuple[str, str]:
    if mode == Round.Mode.ON_RECORD:
        who = _(
            "Your answers stand with your name, for members of this {partnership_singular} to read."
        )
    else:
        who = _(
            "Nobody here reads your answers one by one, neither your manager nor the programme "
            "lead. They are only shown added up, for at least %(minimum)s people."
        ) % {"minimum": minimum}
    text = _(
        "We ask so that this {partnership_singular} can see what people and services already do "
        "together, and where more could be tried. Taking part is your choice, and nothing you are "
        "entitled to depends on it. You can change or withdraw your answers until the {round_singular} "
        "closes. Things that staff say are being done are listed by service, without names. Words that "
        "you write yourself are read by the programme lead and shown later, in mixed order."
    )
    return fill(who, words), fill(text, words)

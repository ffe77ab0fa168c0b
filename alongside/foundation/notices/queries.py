"""Reads of notices: what waits for whom, and when they are to hear of it."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Max, Q
from django.utils import timezone

from alongside.foundation.history.actor import Actor
from alongside.foundation.members.models import Membership, Person
from alongside.foundation.notices.models import Letter, Message, Wish
from alongside.foundation.places.models import Place

A_WEEK = timedelta(days=7)
TRIED_AGAIN_AFTER = timedelta(hours=1)
DIGEST = "digest"
MOST_ALONE_A_DAY = 10  # after so many letters by themselves, the rest waits for tomorrow


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody for whom messages wait: how often they want to hear, and of what they heard last."""

    person_id: int
    place_id: int
    often: str
    last_digest_on: date | None
    alone_today: int

    def is_due(self, today: date) -> bool:
        """Whether their digest is to be written today."""
        last = self.last_digest_on
        wait = A_WEEK if self.often == Wish.Often.WEEKLY else timedelta(days=1)
        return last is None or today - last >= wait


def how_often(person: Person) -> str:
    """Return how often somebody wants to hear; once a day if they never said so."""
    chosen = Wish.objects.in_place(person.place).filter(person=person)
    return chosen.values_list("often", flat=True).first() or Wish.Often.DAILY


def readers_waiting() -> list[Reader]:
    """Return everybody for whom something waits, who is a member today and wants to hear."""
    waiting = Message.objects.unscoped(reason="a sweep over all places").filter(letter=None)
    members = Membership.objects.unscoped(reason="a sweep over all places")
    here = members.on(timezone.localdate()).exclude(place__state=Place.State.LEFT)
    persons = Person.objects.unscoped(reason="a sweep over all places").filter(
        pk__in=waiting.values("person"), erased_at=None
    )
    known = persons.filter(pk__in=here.values("person")).order_by("pk")
    rows = list(known.values_list("pk", "place_id", "wish__often"))
    heard = _heard() if rows else {}
    return [
        Reader(pk, place_id, often or Wish.Often.DAILY, *heard.get(pk, (None, 0)))
        for pk, place_id, often in rows
    ]


def _heard() -> dict[int, tuple[date | None, int]]:
    """The day of the last digest of each, and how many letters they had by themselves today."""
    lately = timezone.now() - A_WEEK - timedelta(days=1)
    letters = Letter.objects.unscoped(reason="a sweep over all places").filter(made_at__gte=lately)
    digests = dict(
        letters.filter(key__startswith=DIGEST).values_list("person").annotate(Max("made_at"))
    )
    since = timezone.localtime().replace(hour=0, minute=0, second=0)
    alone = letters.filter(made_at__gte=since).exclude(key__startswith=DIGEST)
    counts: dict[int, int] = {}
    for person_id in alone.values_list("person", flat=True):
        counts[person_id] = counts.get(person_id, 0) + 1
    return {
        pk: (timezone.localdate(digests[pk]) if pk in digests else None, counts.get(pk, 0))
        for pk in {*digests, *counts}
    }


def letters_to_send() -> list[int]:
    """Return the letters that nobody has sent, as far as is known, the oldest first."""
    unsent = Letter.objects.unscoped(reason="a sweep over all places").filter(
        sent_at=None, tries__lt=Letter.MOST_TRIES
    )
    resting = Q(tried_at__gt=timezone.now() - TRIED_AGAIN_AFTER)
    return list(unsent.exclude(resting).order_by("pk").values_list("pk", flat=True))


def own_wish(by: Actor) -> str:
    """Return what an account holder has chosen, in whichever of their places."""
    chosen = Wish.objects.visible_to(by).filter(person__in=list(by.persons.values()))
    return chosen.values_list("often", flat=True).first() or Wish.Often.DAILY

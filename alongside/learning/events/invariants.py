"""What must always hold of polls and questions from the floor (`alongside check`)."""

from collections.abc import Callable, Iterable, Iterator

from django.db.models import Count, F

from alongside.foundation.disclosure.actions import fingerprint
from alongside.learning.events.models import FloorQuestion, Poll, Support, Vote
from alongside.learning.events.queries.counting import answers_of, poll_figures


def invariants() -> dict[str, Callable[[], Iterable[str]]]:
    """The sentences about events' live parts that must be true."""
    return {
        "In a poll each participant has at most one vote, in the poll's own activity": strange_votes,
        "What was told of a poll can be counted again from its votes": polls_that_differ,
        "Questions and support come from those who take part in the event": strangers,
    }


def strange_votes() -> Iterator[str]:
    """Votes of somebody twice, of another activity, or for a choice that there isn't."""
    votes = Vote.objects.unscoped(reason="a check of all places")
    twice = votes.values("poll", "participant").annotate(n=Count("pk")).filter(n__gt=1)
    for row in twice:
        yield f"poll {row['poll']} twice"
    elsewhere = votes.exclude(participant__activity_id=F("poll__room__activity_id"))
    for number in elsewhere.values_list("pk", flat=True):
        yield f"vote {number}"
    for poll in Poll.objects.unscoped(reason="a check of all places").select_related("place"):
        beyond = Vote.objects.in_place(poll.place).filter(poll=poll)
        if beyond.filter(choice__gt=len(poll.choices)).exists():
            yield f"poll {poll.pk} has a vote for no choice"


def polls_that_differ() -> Iterator[str]:
    """Polls whose votes give other figures than were frozen."""
    revealed = Poll.objects.unscoped(reason="a check of all places").filter(release__isnull=False)
    for poll in revealed.select_related("release", "place"):
        if (
            poll.release
            and fingerprint(poll_figures(poll, answers_of(poll))) != poll.release.digest
        ):
            yield f"poll {poll.pk}"


def strangers() -> Iterator[str]:
    """Questions and supports of those who take part in something else."""
    asked = FloorQuestion.objects.unscoped(reason="a check of all places")
    for number in asked.exclude(participant__activity_id=F("room__activity_id")).values_list(
        "pk", flat=True
    ):
        yield f"question {number}"
    supports = Support.objects.unscoped(reason="a check of all places")
    wrong = supports.exclude(participant__activity_id=F("question__room__activity_id"))
    for number in wrong.values_list("pk", flat=True):
        yield f"support {number}"

"""Topics: opened, answered, accepted, settled; and who hears of it."""

import uuid
from dataclasses import dataclass

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.foundation.accounts.signs import Signs
from alongside.foundation.discussions.actions import Draft, say_as_member, thread_for
from alongside.foundation.discussions.models import Comment
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.search.actions import keep_in_search, take_out_of_search
from alongside.learning.network import rules
from alongside.learning.network.actions.telling import (
    tell_circle,
    tell_matching,
    tell_of_acceptance,
    tell_of_comment,
)
from alongside.learning.network.here import Here
from alongside.learning.network.models import Circle, Report, Topic
from alongside.learning.network.queries.searchable import KIND, entry_of

THREAD = "topic"
# Members are known by name: how quickly they type says nothing of them.
KNOWN = Signs(seconds=60)
SETTLES_REPORTS = (Comment.State.REMOVED, Comment.State.UPHELD, Comment.State.TAKEN_BACK)


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody typed, and which page it was typed on."""

    text: str
    language: str
    submission_key: uuid.UUID

    def draft(self) -> Draft:
        return Draft(self.text, "", self.language, self.submission_key)


@transaction.atomic
def open_topic(
    here: Here,
    *,
    kind: str,
    title: str,
    words: Words,
    circle: Circle | None = None,
    is_public: bool = False,
) -> Topic:
    """Ask, offer or begin to talk; sent twice it is there once."""
    place = circle.place if circle else here.nation
    if place.pk not in here.places:
        raise Refusal("not_allowed", _("This space is for members of that partnership."))
    known = Topic.objects.in_place(place).filter(opening__submission_key=words.submission_key)
    if (topic := known.first()) is not None:
        return topic
    public_id = uuid.uuid4()
    path = reverse("network:topic", args=[public_id])
    thread = thread_for(place, THREAD, str(public_id), title=title, path=path)
    opening = say_as_member(thread, draft=words.draft(), signs=KNOWN, by=here.by)
    topic = Topic.objects.create(
        place=place,
        public_id=public_id,
        kind=kind,
        title=title,
        circle=circle,
        thread=thread,
        opening=opening,
        is_public=is_public and circle is None,
    )
    _find_again(topic)
    if opening.is_shown:
        tell_of_comment(topic, opening)
        tell_circle(topic)
        tell_matching(topic)
    return topic


@transaction.atomic
def answer_topic(here: Here, topic: Topic, *, words: Words) -> Comment:
    """Say something below a topic; whoever opened it hears of it."""
    return say_as_member(topic.thread, draft=words.draft(), signs=KNOWN, by=here.by)


@transaction.atomic
def accept_answer(here: Here, topic: Topic, answer: Comment) -> None:
    """Say that this answers the question; its author hears of it. Opening it again takes it back."""
    refuse_unless(
        rules.can_accept_answer(here.by, topic, answer),
        _("Only whoever asked chooses the answer."),
    )
    topic.accepted, topic.settled_at = answer, timezone.now()
    topic.save(update_fields=["accepted", "settled_at"])
    _find_again(topic)
    tell_of_acceptance(topic, answer)


@transaction.atomic
def settle_topic(here: Here, topic: Topic) -> None:
    """Say that it is done: found, given, or no longer wanted."""
    refuse_unless(rules.can_settle_topic(here.by, topic), _("Only whoever began this ends it."))
    topic.settled_at = timezone.now()
    topic.save(update_fields=["settled_at"])


@transaction.atomic
def reopen_topic(here: Here, topic: Topic) -> None:
    """Begin again: what was accepted is no longer."""
    refuse_unless(rules.can_settle_topic(here.by, topic), _("Only whoever began this opens it."))
    topic.accepted = topic.settled_at = None
    topic.save(update_fields=["accepted", "settled_at"])
    _find_again(topic)


def follow_comment(comment: Comment) -> None:
    """A comment below a topic was written or moved: it is found and told of as it is now."""
    topics = Topic.objects.in_place(comment.place).select_related(
        "opening", "accepted", "circle", "place__nation"
    )
    topic = topics.filter(thread=comment.thread_id).first()
    if topic is None:
        return
    if comment.state in SETTLES_REPORTS:
        told = Report.objects.in_place(comment.place).filter(comment=comment, settled_at=None)
        told.update(settled_at=timezone.now())
    if topic.accepted_id == comment.pk and not comment.is_shown:
        topic.accepted = topic.settled_at = None
    if comment.is_shown:
        topic.spoken_at = timezone.now()
        tell_of_comment(topic, comment)
    topic.save(update_fields=["accepted", "settled_at", "spoken_at"])
    _find_again(topic)


def _find_again(topic: Topic) -> None:
    entry = entry_of(topic)
    if entry is None:
        take_out_of_search(KIND, [str(topic.public_id)])
    else:
        keep_in_search([entry])

"""What invented people say below a page of the example."""

import uuid
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from django.utils import timezone

from alongside.foundation.accounts.signs import Signs
from alongside.foundation.discussions.actions import Draft, make_move, open_comments, say
from alongside.foundation.discussions.kinds import subject_at
from alongside.foundation.discussions.models import Comment
from alongside.foundation.history.actor import ANONYMOUS, Actor
from alongside.foundation.initiatives.models import Initiative
from alongside.foundation.initiatives.queries.discussed import KIND, key_of
from alongside.foundation.places.models import Place

TYPED_FOR = Signs(seconds=90)


def load_comments(kind: str, key: str, told: Iterable[Mapping[str, Any]], *, by: Actor) -> int:
    """Let guests comment on a page, and show it; each with `name`, `text` and `days_ago`.

    `by` moderates the place that the page belongs to. Returns how many comments were made.
    """
    subject = subject_at(kind, key)
    if subject is None:
        return 0
    open_comments(subject.place, kind=kind, is_open=True, by=by)
    count = 0
    for one in told:
        draft = Draft(one["text"], one["name"], "en-gb", uuid.uuid4())
        said = say(
            subject, kind, key, draft=draft, signs=TYPED_FOR, network="192.0.2.1", by=ANONYMOUS
        )
        make_move(said.comment, "show", by=by)
        _said_before(said.comment, one["days_ago"])
        count += 1
    return count


def _said_before(comment: Comment, days: int) -> None:
    then = timezone.now() - timedelta(days=days)
    rows = Comment.objects.in_place(comment.place).filter(pk=comment.pk)
    rows.update(said_at=then, moved_at=then)


def comment_on_activities(place: Place, told: Mapping[str, Any], *, by: Actor) -> None:
    """Comment on the activities that the story names."""
    for one in told.get("commented", ()):
        found = Initiative.objects.in_place(place).get(title=one["title"])
        load_comments(KIND, key_of(found), one["comments"], by=by)

"""What invented people of three partnerships talk about in the network."""

import uuid
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any

from django.utils import timezone

from alongside.foundation.accounts.models import User
from alongside.foundation.discussions.models import Comment
from alongside.foundation.members.actors import actor_of_user
from alongside.learning.network.actions import (
    Words,
    accept_answer,
    answer_topic,
    join_circle,
    keep_profile,
    make_circle,
    open_topic,
)
from alongside.learning.network.here import Here, here_of
from alongside.learning.network.models import Topic
from alongside.site.demo.summary import story


def talk_across() -> None:
    """Fill the directory, begin a group, ask and answer."""
    told = story("network")
    for one in told["profiles"]:
        visitor = _here(one["email"])
        keep_profile(
            visitor,
            name=visitor.author.name,
            who_i_am=one["who_i_am"],
            can_help_with=one.get("can_help_with", ""),
            looking_for=one.get("looking_for", ""),
            in_picture=True,
        )
    for one in told["circles"]:
        circle = make_circle(_here(one["by"]), name=one["name"], purpose=one["purpose"])
        for email in one["joined"]:
            join_circle(_here(email), circle)
    for one in told["topics"]:
        _talk(one)


def _talk(one: Mapping[str, Any]) -> None:
    asker = _here(one["by"])
    topic = open_topic(asker, kind=one["kind"], title=one["title"], words=_words(one["text"]))
    _said_before([topic.opening], one["days_ago"])
    last = one["days_ago"]
    for answer in one.get("answers", ()):
        comment = answer_topic(_here(answer["by"]), topic, words=_words(answer["text"]))
        _said_before([comment], last := answer["days_ago"])
        if answer.get("accepted"):
            accept_answer(asker, topic, comment)
    Topic.objects.in_place(asker.nation).filter(pk=topic.pk).update(
        made_at=_ago(one["days_ago"]), spoken_at=_ago(last)
    )


def _here(email: str) -> Here:
    found = here_of(actor_of_user(User.objects.get(email=email)))
    assert found is not None
    return found


def _words(text: str) -> Words:
    return Words(text, "en-gb", uuid.uuid4())


def _said_before(comments: Iterable[Comment], days: int) -> None:
    for comment in comments:
        rows = Comment.objects.in_place(comment.place).filter(pk=comment.pk)
        rows.update(said_at=_ago(days), moved_at=_ago(days))


def _ago(days: int) -> Any:
    return timezone.now() - timedelta(days=days)

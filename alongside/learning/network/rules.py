"""Who may do what in the network. Reading is the door's matter, and each query's own."""

from alongside.foundation.discussions.models import Comment
from alongside.foundation.discussions.rules import can_moderate, is_by
from alongside.foundation.history.actor import Actor
from alongside.learning.network.models import Topic

State = Comment.State


def can_settle_topic(by: Actor, topic: Topic) -> bool:
    """Whoever asked it, and those who look after where it lies."""
    return is_by(by, topic.opening.author) or can_moderate(by, topic.place_id)


def can_accept_answer(by: Actor, topic: Topic, answer: Comment) -> bool:
    """Of a question, any shown answer but the question itself."""
    is_answer = answer.thread_id == topic.thread_id and answer.pk != topic.opening_id
    is_question = topic.kind == Topic.Kind.QUESTION
    return is_question and is_answer and answer.is_shown and can_settle_topic(by, topic)


def can_report_comment(by: Actor, comment: Comment) -> bool:
    """Anybody's but one's own, while others read it."""
    return comment.is_shown and not is_by(by, comment.author)

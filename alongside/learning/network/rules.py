"""Who may do what in the network. Reading is the door's matter, and each query's own."""

from alongside.foundation.discussions.models import Author, Comment
from alongside.foundation.discussions.rules import can_moderate
from alongside.foundation.history.actor import Actor
from alongside.learning.network.models import Topic

State = Comment.State


def can_settle_topic(by: Actor, author: Author, topic: Topic) -> bool:
    """Whoever asked it, and those who look after the network."""
    is_own = topic.opening.author_id == author.pk
    return is_own or can_moderate(by, topic.place_id)


def can_accept_answer(by: Actor, author: Author, topic: Topic, answer: Comment) -> bool:
    """Of a question, any shown answer but the question itself."""
    is_answer = answer.thread_id == topic.thread_id and answer.pk != topic.opening_id
    is_question = topic.kind == Topic.Kind.QUESTION
    return is_question and is_answer and answer.is_shown and can_settle_topic(by, author, topic)


def can_report_comment(author: Author, comment: Comment) -> bool:
    """Anybody's but one's own, while others read it."""
    return comment.is_shown and comment.author_id != author.pk

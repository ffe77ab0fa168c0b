"""Who hears of what in the network. Nobody hears of somebody they have blocked, or of themselves."""

from django.utils.translation import gettext as _

from alongside.foundation.discussions.models import Author, Comment
from alongside.foundation.notices.actions import tell
from alongside.foundation.places.models import Place
from alongside.learning.network.matching import matches_of
from alongside.learning.network.mentions import mentioned_in
from alongside.learning.network.models import Block, Joining, Profile, Topic

BEGINNING = 200


def tell_of_comment(topic: Topic, comment: Comment) -> None:
    """Whoever opened the topic hears of an answer, and whoever is mentioned of the mention."""
    told = {"name": comment.author.name if comment.author else _("Somebody"), "title": topic.title}
    asker = topic.opening.author
    if comment.pk != topic.opening_id and asker is not None:
        _tell(asker, topic, comment, "answer", _("%(name)s answered “%(title)s”") % told)
    mentioned = Profile.objects.in_place(_nation(topic)).filter(
        short_name__in=mentioned_in(comment.text)
    )
    for profile in mentioned.select_related("author__person"):
        if _may_read(profile.author, topic):
            title = _("%(name)s mentioned you in “%(title)s”") % told
            _tell(profile.author, topic, comment, "mention", title)


def tell_of_acceptance(topic: Topic, answer: Comment) -> None:
    """Whoever gave the answer hears that it helped."""
    if answer.author is not None:
        title = _("Your answer to “%(title)s” was accepted") % {"title": topic.title}
        _tell(answer.author, topic, answer, "accepted", title, by=topic.opening.author)


def tell_circle(topic: Topic) -> None:
    """Those in the circle hear of a new topic."""
    if topic.circle is None:
        return
    inside = Joining.objects.in_place(topic.place).filter(circle=topic.circle)
    told = {"circle": topic.circle.name, "title": topic.title}
    for joining in inside.select_related("author__person__place"):
        if _may_read(joining.author, topic):
            title = _("New in %(circle)s: “%(title)s”") % told
            _tell(joining.author, topic, topic.opening, "circle", title)


def tell_matching(topic: Topic) -> None:
    """Those who offer what is asked for, or ask for what is offered, hear of it."""
    for match in matches_of(topic):
        if match.opening.author is not None and _may_read(match.opening.author, topic):
            told = {"theirs": topic.title, "yours": match.title}
            title = _("“%(theirs)s” may fit “%(yours)s”") % told
            _tell(match.opening.author, topic, topic.opening, "match", title)


def _tell(
    reader: Author,
    topic: Topic,
    comment: Comment,
    kind: str,
    title: str,
    *,
    by: Author | None = None,
) -> None:
    speaker = by or comment.author
    if reader.person is None or speaker is None or speaker.pk == reader.pk:
        return
    if Block.objects.in_place(_nation(topic)).filter(author=reader, blocked=speaker).exists():
        return
    tell(
        reader.person,
        kind=f"network_{kind}",
        key=str(comment.pk),
        title=title,
        text=" ".join(comment.text.split())[:BEGINNING],
        path=topic.thread.path,
    )


def _nation(topic: Topic) -> Place:
    return topic.place.nation or topic.place


def _may_read(reader: Author, topic: Topic) -> bool:
    """Who is in the network reads what lies in the nation; a space, only who is of its partnership."""
    in_space = topic.place.nation_id is not None
    return not in_space or (reader.person is not None and reader.person.place_id == topic.place_id)

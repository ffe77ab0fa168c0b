"""What the named people talk about across their partnerships."""

import uuid

from django.urls import reverse

from alongside.foundation.discussions.actions import author_of_person
from alongside.foundation.discussions.models import Author, Comment, Thread
from alongside.learning.network.actions import (
    Words,
    answer_topic,
    join_circle,
    keep_profile,
    make_circle,
    open_topic,
    report,
)
from alongside.learning.network.actions.circles import space_of
from alongside.learning.network.here import Here, here_of
from alongside.learning.network.models import Circle, Joining, Profile, Report, Topic
from tests.people import Somebody, World

QUESTION = "How do you pay people who inspect a service?"


def here(somebody: Somebody) -> Here:
    """Somebody, come into the network."""
    found = here_of(somebody.actor)
    assert found is not None
    return found


def said(text: str) -> Words:
    return Words(text, "en-gb", uuid.uuid4())


def ask(somebody: Somebody, title: str = QUESTION, text: str = "Ours ask for it.", **more) -> Topic:
    """Open a topic, a question unless told otherwise."""
    kind = more.pop("kind", "question")
    return open_topic(here(somebody), kind=kind, title=title, words=said(text), **more)


def answer(somebody: Somebody, topic: Topic, text: str = "We pay by voucher.") -> Comment:
    return answer_topic(here(somebody), topic, words=said(text))


def introduce(somebody: Somebody, *, in_picture: bool = False, **told: str) -> Profile:
    """Put somebody into the directory."""
    told = {"who_i_am": "I inspect.", "can_help_with": "", "looking_for": "", **told}
    return keep_profile(here(somebody), name=somebody.person.name, in_picture=in_picture, **told)


def talk_in_network(world: World) -> dict[str, str]:
    """A question of Ann's that Bo answers, one for everybody, an ask with an offer, a group."""
    bo = introduce(world.bo, can_help_with="Inspections", looking_for="Vouchers")
    circle = make_circle(here(world.bo), name="Peer support", purpose="For those who hold groups")
    topic = ask(world.ann, text=f"Perhaps @{bo.short_name} knows.")
    told = answer(world.bo, topic)
    public = ask(world.bo, title="What is a community panel?", is_public=True)
    ask(world.bo, title="Looking for a panel's rule sheet", kind="ask", text="Used before")
    ask(world.dev, title="A rule sheet of our panel", kind="offer", text="Take it")
    report(here(world.dev), told, reason="elsewhere", words="Not about it")
    return {
        "asked": str(topic.public_id),
        "public_topic": str(public.public_id),
        "answer": str(told.public_id),
        "in_directory": bo.short_name,
        "circle": circle.slug,
    }


def space_with_topic(somebody: Somebody, told: str) -> str:
    """The space of somebody's partnership, with a topic in it."""
    visitor = here(somebody)
    space = space_of(somebody.place)
    join_circle(visitor, space)
    ask(somebody, title=f"Among ourselves, {told}", text=f"Words {told}", circle=space, kind="talk")
    return space.slug


def grow_network(topic_id: str, count: int) -> None:
    """So many more of everything that the network lists."""
    topic = (
        Topic.objects.unscoped(reason="grown")
        .select_related("thread", "place")
        .get(public_id=topic_id)
    )
    nation, thread = topic.place, topic.thread
    notice = Profile.objects.in_place(nation).earliest("pk").notice
    authors = Author.objects.bulk_create(Author(name=f"Grown {n}") for n in range(count))
    Profile.objects.bulk_create(
        Profile(place=nation, author=author, short_name=f"grown-{n}", who_i_am="x", notice=notice)
        for n, author in enumerate(authors)
    )
    circles = Circle.objects.bulk_create(
        Circle(place=nation, slug=f"grown-{n}", name=f"Grown {n}", purpose="x")
        for n in range(count)
    )
    Joining.objects.bulk_create(
        Joining(place=nation, circle=circle, author=author)
        for circle, author in zip(circles, authors, strict=True)
    )
    below = [_comment(thread, author, f"@grown-{n}") for n, author in enumerate(authors)]
    Comment.objects.bulk_create(below)
    Report.objects.bulk_create(
        Report(place=nation, comment=comment, author=comment.author, reason="elsewhere")
        for comment in below
    )
    for kind in ("question", "ask", "offer"):
        for n, author in enumerate(authors):
            _topic(topic, author, f"{kind}-{n}", kind, circles[n] if kind == "question" else None)


def _comment(thread: Thread, author: Author, text: str) -> Comment:
    return Comment(
        place=thread.place,
        thread=thread,
        author=author,
        submission_key=uuid.uuid4(),
        text=text,
        language="en-gb",
        state="shown",
    )


def _topic(like: Topic, author: Author, key: str, kind: str, circle: Circle | None) -> None:
    public_id = uuid.uuid4()
    path = reverse("network:topic", args=[public_id])
    thread = Thread.objects.create(
        place=like.place, kind="topic", key=str(public_id), title=key, path=path
    )
    opening = _comment(thread, author, "Grown rule sheet of a panel")
    opening.save()
    Topic.objects.create(
        place=like.place,
        public_id=public_id,
        kind=kind,
        title=f"Rule sheet of a panel {key}",
        circle=circle,
        thread=thread,
        opening=opening,
    )


def author_of(somebody: Somebody) -> Author:
    return author_of_person(somebody.person.pk)

"""Asks and offers that fit each other: those with the most words in common, the newest first."""

import re

from alongside.learning.network.models import Topic

LEAST_SHARED = 2
MOST_MATCHES = 5
LOOKED_THROUGH = 300
SHORTEST = 4
# Words that say nothing of what an ask or an offer is about.
EVERYWHERE = frozenset(
    [
        "about",
        "after",
        "also",
        "anybody",
        "anyone",
        "because",
        "been",
        "before",
        "being",
        "could",
        "does",
        "doing",
        "everybody",
        "from",
        "have",
        "help",
        "here",
        "into",
        "just",
        "know",
        "like",
        "looking",
        "more",
        "much",
        "need",
        "offer",
        "other",
        "ours",
        "over",
        "people",
        "some",
        "somebody",
        "someone",
        "still",
        "than",
        "thank",
        "thanks",
        "that",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "thing",
        "things",
        "this",
        "those",
        "visit",
        "want",
        "well",
        "were",
        "what",
        "when",
        "where",
        "which",
        "while",
        "with",
        "would",
        "years",
        "your",
    ]
)


def words_of(text: str) -> frozenset[str]:
    """Return the words that say what a text is about, without their plural.

    >>> sorted(words_of("We would like help with peer supporters for carers"))
    ['carer', 'peer', 'supporter']
    """
    told = re.findall(r"[^\W\d_]+", text.casefold())
    return frozenset(
        word.removesuffix("s") for word in told if len(word) >= SHORTEST and word not in EVERYWHERE
    )


def matches_of(topic: Topic) -> list[Topic]:
    """Return the open topics of the opposite kind that share at least two words. One query."""
    opposite = Topic.OPPOSITES.get(Topic.Kind(topic.kind))
    if opposite is None or topic.circle_id is not None:
        return []
    others = (
        Topic.objects.in_place(topic.place)
        .readable([topic.place_id])
        .filter(kind=opposite, circle=None, settled_at=None)
    )
    newest = others.exclude(opening__author=topic.opening.author).order_by("-pk")
    mine = words_of(f"{topic.title} {topic.opening.text}")
    shared = [
        (len(mine & words_of(f"{other.title} {other.opening.text}")), other)
        for other in newest.select_related("opening__author__person__place")[:LOOKED_THROUGH]
    ]
    fitting = [(count, other) for count, other in shared if count >= LEAST_SHARED]
    fitting.sort(key=lambda one: (-one[0], -one[1].pk))
    return [other for _count, other in fitting[:MOST_MATCHES]]

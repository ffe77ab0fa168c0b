"""What is new to tell, for the pages that lead in: posts, and events to come."""

from typing import Any

from alongside.foundation.gatherings.queries.lists import announced
from alongside.foundation.history.actor import Actor
from alongside.foundation.places.models import Place
from alongside.learning.blog.panels import post_cards
from alongside.learning.blog.queries.posts import shown_posts
from alongside.learning.events.panels import card_of

MOST = 3


def newest(by: Actor, place: Place | None = None) -> dict[str, Any]:
    """Return the newest posts and the next events, of one place or of all."""
    posts = shown_posts().filter(place=place) if place else shown_posts()
    coming = announced(by, place=place.slug if place else "")[:MOST]
    return {
        "posts": post_cards(posts[:MOST]),
        "events": [card_of(gathering) for gathering in coming],
    }

"""What is new to tell, for the pages that lead in: posts, and events to come."""

from typing import Any

from alongside.foundation.gatherings.queries.lists import announced
from alongside.foundation.history.actor import Actor
from alongside.foundation.places.models import Place
from alongside.learning.blog.panels import cards_with
from alongside.learning.blog.queries.posts import Asked, keys_of_posts
from alongside.learning.events.panels import card_of

MOST = 3


def newest(by: Actor, place: Place | None = None) -> dict[str, Any]:
    """Return the newest posts and the next events, of one place or of all."""
    asked = Asked(place=place.slug if place else "")
    coming = announced(by, place=place.slug if place else "")[:MOST]
    return {
        "posts": cards_with(keys_of_posts(asked)[:MOST]),
        "events": [card_of(gathering) for gathering in coming],
    }

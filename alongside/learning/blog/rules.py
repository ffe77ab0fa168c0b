"""Who may do what with the blog."""

from alongside.foundation.history.actor import Actor
from alongside.foundation.places.models import Place


def can_write_posts(by: Actor, place: Place) -> bool:
    """Whether somebody writes for the blog here, and sends posts for review."""
    return place.is_writable and by.may("story.write", place.pk)


def can_publish_posts(by: Actor, place: Place) -> bool:
    """Whether somebody lets posts out here, and keeps topics, series and authors."""
    return place.is_writable and by.may("story.publish", place.pk)

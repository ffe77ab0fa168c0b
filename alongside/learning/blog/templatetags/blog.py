"""A picture of a text as pages show it."""

from django import template

from alongside.learning.blog.models import Picture
from alongside.learning.blog.pictures import Shown, shown

register = template.Library()


@register.filter
def in_sizes(picture: Picture | None) -> Shown | None:
    """Return a picture of a text in its sizes; nothing for one that isn't there any more."""
    if picture is None:
        return None
    says = "" if picture.decorative else picture.contextual_alt_text or ""
    return shown(picture, says)

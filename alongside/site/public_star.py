"""The Star that a partnership chose to show to everybody, if there is one."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString

from alongside.foundation.places.models import Place
from alongside.foundation.places.vocabulary import Words
from alongside.star.framework.drawing import draw_star_for_page
from alongside.star.framework.twin import point_sentence
from alongside.star.map_it.queries.releases import shared_star
from alongside.star.map_it.queries.star import star_picture


@dataclass(frozen=True, slots=True)
class PublicStar:
    """The picture for the front, and the page that says the same in words and figures."""

    svg: SafeString
    sentences: list[str]
    url: str


def public_star(place: Place, words: Words) -> PublicStar | None:
    """Return the newest Star that the partnership shares with everybody."""
    found = shared_star(place)
    if found is None:
        return None
    picture = star_picture(*found, words)
    return PublicStar(
        svg=draw_star_for_page(picture),
        sentences=[point_sentence(point, picture.scale) for point in picture.points],
        url=reverse("star:page", args=[place.slug]),
    )

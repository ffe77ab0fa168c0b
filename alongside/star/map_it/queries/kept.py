"""Under which key a page keeps the parts that follow from a release alone.

A release never changes, so what is drawn of it changes only with the words, the names of services
and the reader's language. The key carries all of them, and the place: nothing can come out for
anybody else (trust 20).
"""

from collections.abc import Mapping

from django.utils.translation import get_language

from alongside.foundation.disclosure.models import Release
from alongside.foundation.places.models import Service
from alongside.foundation.places.vocabulary import Words
from alongside.star.framework.picture import StarPicture
from alongside.star.map_it.models import Round


def kept_key(
    round_: Round,
    release: Release,
    words: Words,
    services: Mapping[str, Service],
    picture: StarPicture,
) -> str:
    """Return the key; it means something within this process only."""
    parts = (
        round_.place.slug,
        round_.slug,
        release.pk,
        release.digest,
        tuple(words.items()),
        tuple((slug, service.name) for slug, service in services.items()),
        picture,
        get_language(),
    )
    return f"{release.pk}:{hash(parts)}"

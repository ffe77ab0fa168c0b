"""Where a page is read now that once was read elsewhere."""

from django.db.models import Q

from alongside.foundation.places.models import Place
from alongside.learning.blog.models import FormerAddress, Written
from alongside.learning.blog.queries.posts import OPEN


def new_path(model: type[Written], place: str, slug: str) -> str:
    """Return the address that a former one leads to; nothing where nobody may read there now.

    The place may have had another slug, too; of a place that left, only what it handed over is
    found. At most three queries, and none for pages that are there.
    """
    found = Place.objects.filter(Q(slug=place) | Q(former_slugs__slug=place)).first()
    if found is None:
        return ""
    shown = model.objects.live().filter(place__state__in=OPEN).select_related("place")
    page = shown.filter(place=found, slug=slug).first() if found.slug != place else None
    if page is None:
        former = FormerAddress.objects.in_place(found).filter(slug=slug)
        page = shown.filter(pk__in=former.values("page")).first()
    return page.public_path if page else ""

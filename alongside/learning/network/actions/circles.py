"""Interest groups and partnership spaces: made, joined, left."""

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.places.models import Place
from alongside.learning.network.here import Here
from alongside.learning.network.models import Circle, Joining

MOST_CIRCLES = 300


@transaction.atomic
def make_circle(here: Here, *, name: str, purpose: str) -> Circle:
    """Begin an interest group that every member of the network may join; whoever makes it is in."""
    circles = Circle.objects.in_place(here.nation)
    if circles.count() >= MOST_CIRCLES:
        raise Refusal("too_many", _("There are very many groups. Join one of them."), status=409)
    slug = slugify(name)[:50] or "group"
    known = circles.filter(slug=slug).first()
    if known is not None:
        raise Refusal("there_already", _("There is a group of that name. Join it."), status=409)
    circle = Circle.objects.create(place=here.nation, slug=slug, name=name, purpose=purpose)
    record_event("make_circle", circle, by=here.by, place_id=here.nation.pk)
    join_circle(here, circle)
    return circle


@transaction.atomic
def space_of(partnership: Place) -> Circle:
    """Return the space of a partnership, made when somebody of it first begins it.

    It lies in the partnership, and so does everything said there: its own moderators look after it.
    """
    circle, _is_new = Circle.objects.in_place(partnership).get_or_create(
        is_space=True,
        defaults={
            "place": partnership,
            "slug": f"space-{partnership.slug}"[:60],
            "name": partnership.name,
            "purpose": _("For members of %(name)s alone") % {"name": partnership.name},
        },
    )
    return circle


@transaction.atomic
def join_circle(here: Here, circle: Circle) -> None:
    """Be in a group, and hear of its new topics."""
    if circle.place_id not in here.places:
        raise Refusal("not_allowed", _("This space is for members of that partnership."))
    Joining.objects.in_place(circle.place).get_or_create(
        circle=circle, author=here.author, defaults={"place": circle.place}
    )


@transaction.atomic
def leave_circle(here: Here, circle: Circle) -> None:
    """Be in a group no longer."""
    Joining.objects.in_place(circle.place).filter(circle=circle, author=here.author).delete()

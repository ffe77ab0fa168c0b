"""Keep topics, series and authors."""

from typing import Any

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.places.models import Place
from alongside.foundation.places.slugs import first_free
from alongside.learning.blog.models import Author, PostAuthor, Topic
from alongside.learning.blog.models.labels import Label
from alongside.learning.blog.rules import can_publish_posts


def keep_label(label: Label, *, place: Place, by: Actor) -> Label:
    """Keep a new or changed topic, series or author. Its address stays as it was first."""
    _refuse_unless_allowed(type(label), place, by)
    with transaction.atomic():
        Place.objects.select_for_update().get(pk=place.pk)
        is_new = label.pk is None
        label.place = place
        if is_new:
            label.slug = _free_slug(type(label), place, label.name)
        label.save()
        verb = f"{'add' if is_new else 'change'}_{label._meta.model_name}"
        record_event(verb, label, by=by, place_id=place.pk)
    return label


def take_away_label(label: Label, *, by: Actor) -> None:
    """Take a topic, series or author away. Posts stay; an author of posts can't be taken away."""
    _refuse_unless_allowed(type(label), label.place, by)
    if isinstance(label, Author) and PostAuthor.objects.filter(author=label).exists():
        words = _("Posts stand under this name. Change the name instead, or the posts first.")
        raise Refusal("has_posts", words, status=409)
    with transaction.atomic():
        record_event(f"delete_{label._meta.model_name}", label, by=by, place_id=label.place_id)
        label.delete()


def _refuse_unless_allowed(model: type[Any], place: Place, by: Actor) -> None:
    allowed = can_publish_posts(by, place)
    if model is Topic and place.kind != Place.Kind.NATION:
        allowed = False
    refuse_unless(allowed, _("Your role here doesn't keep these."))


def _free_slug(model: type[Any], place: Place, name: str) -> str:
    wanted = slugify(name)[:70] or model._meta.model_name
    taken = set(
        model.objects.in_place(place).filter(slug__startswith=wanted).values_list("slug", flat=True)
    )
    return first_free(wanted, taken)

"""What a place that leaves has published: handed over to another place, or shown no more."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.foundation.discussions.actions.handing_over import hand_over_threads
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import refuse_unless
from alongside.foundation.places.models import Place
from alongside.foundation.places.slugs import first_free
from alongside.learning.blog.actions.labels import keep_label
from alongside.learning.blog.actions.spaces import open_space
from alongside.learning.blog.models import (
    Author,
    Picture,
    Post,
    PostAuthor,
    Series,
    Space,
    Written,
)
from alongside.learning.blog.pictures import pictures_in
from alongside.learning.blog.queries.discussed import KIND
from alongside.learning.blog.rules import can_publish_posts

NOT_ALLOWED = _("Your role here doesn't hand over posts.")


@transaction.atomic
def hand_over_written(model: type[Written], *, origin: Place, to: Place, by: Actor) -> int:
    """Let another place show what this one published, as it stands, with who wrote it and where.

    Comments and pictures go along, and old addresses lead on. Drafts stay. Returns how many went.
    """
    refuse_unless(can_publish_posts(by, origin) and can_publish_posts(by, to), NOT_ALLOWED)
    space = open_space(to, by=by)
    labels = Labels(to, by)
    live = list(model.objects.live().filter(place=origin).order_by("pk"))
    paths = {str(one.pk): _hand_over(one, space, labels) for one in live}
    if model is Post:
        hand_over_threads(KIND, paths, origin=origin, to=to)
    if live:
        record_event(f"hand_over_{model._meta.model_name}", origin, by=by, place_id=origin.pk)
    return len(live)


class Labels:
    """Authors and series as another place has them: the ones of this name, or made when needed."""

    def __init__(self, place: Place, by: Actor) -> None:
        self.place, self.by = place, by

    def author(self, theirs: Author) -> Author:
        """The same author, as they agreed to be shown."""
        same = {name: getattr(theirs, name) for name in ("name", "role", "organisation", "about")}
        return self._same(Author, {**same, "has_agreed": theirs.has_agreed})

    def series(self, theirs: Series) -> Series:
        """The same series."""
        return self._same(Series, {"name": theirs.name, "about": theirs.about})

    def _same(self, model: type[Any], told: dict[str, Any]) -> Any:
        found = model.objects.in_place(self.place).filter(**told).first()
        return found or keep_label(model(**told), place=self.place, by=self.by)


def _hand_over(written: Written, space: Space, labels: Labels) -> str:
    """Move one page, publish it there as it is, and return its new address."""
    if review := written.current_workflow_state:
        review.cancel()
    # A change that was to come out later would come out here, under names of another place.
    written.revisions.update(approved_go_live_at=None)
    pictures = [picture.pk for picture in pictures_in(written)]
    Picture.objects.filter(pk__in=pictures).update(collection=space.collection)
    slug, origin = written.slug, written.origin_name or written.place.name
    taken = set(space.get_children().filter(slug__startswith=slug).values_list("slug", flat=True))
    if slug in taken:
        # Wagtail moves nothing to where its slug stands already.
        written.slug = first_free(slug, taken)
        written.save()
    written.move(space, pos="last-child")
    there = type(written).objects.get(pk=written.pk)
    there.origin_name = origin
    if isinstance(there, Post):
        _name_labels(there, labels)
    there.save_revision().publish()
    return type(written).objects.select_related("place").get(pk=written.pk).public_path


def _name_labels(post: Post, labels: Labels) -> None:
    if post.series:
        post.series = labels.series(post.series)
    credits_ = PostAuthor.objects.filter(post=post).select_related("author").order_by("pk")
    post.written_by = [PostAuthor(author=labels.author(credit.author)) for credit in credits_]


@transaction.atomic
def take_off_written(model: type[Written], *, origin: Place, by: Actor) -> int:
    """Show what this place published no more; it stays among its own. Returns how many."""
    refuse_unless(can_publish_posts(by, origin), NOT_ALLOWED)
    live = list(model.objects.live().filter(place=origin))
    for one in live:
        one.unpublish()
    if live:
        record_event(f"take_off_{model._meta.model_name}", origin, by=by, place_id=origin.pk)
    return len(live)

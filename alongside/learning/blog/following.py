"""What follows when Wagtail publishes or takes away a page: search, history, pictures in sizes.

Wagtail writes its pages itself, so these four of its signals stand where other rooms have an
action. Each runs in the transaction of the write it tells of.
"""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete
from wagtail.models import Page, Revision
from wagtail.signals import page_published, page_unpublished

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor, system_actor
from alongside.foundation.members.actors import actor_of_user
from alongside.foundation.search.actions import keep_in_search, take_out_of_search
from alongside.learning.blog.models import Post, Prose, Written
from alongside.learning.blog.pictures import make_renditions
from alongside.learning.blog.queries.searchable import KIND, PROSE, entry_of

KINDS: dict[type[Page], str] = {Post: KIND, Prose: PROSE}


def follow_wagtail() -> None:
    """Listen to what Wagtail does with our pages."""
    for model in KINDS:
        page_published.connect(published, sender=model, dispatch_uid=f"published {model}")
        page_unpublished.connect(unpublished, sender=model, dispatch_uid=f"unpublished {model}")
        post_delete.connect(deleted, sender=model, dispatch_uid=f"deleted {model}")


@transaction.atomic
def published(instance: Written, revision: Revision | None = None, **kwargs: Any) -> None:
    """Let everybody find it."""
    make_renditions(instance)
    keep_in_search([entry_of(instance)])
    record_event("publish_post", instance, by=_who(revision), place_id=instance.place_id)


@transaction.atomic
def unpublished(instance: Written, **kwargs: Any) -> None:
    """Let nobody find it any more."""
    take_out_of_search(KINDS[type(instance)], [str(instance.pk)])
    record_event("unpublish_post", instance, by=system_actor(), place_id=instance.place_id)


@transaction.atomic
def deleted(instance: Written, **kwargs: Any) -> None:
    """Nothing of it is left in search."""
    take_out_of_search(KINDS[type(instance)], [str(instance.pk)])
    record_event("delete_post", instance, by=system_actor(), place_id=instance.place_id)


def _who(revision: Revision | None) -> Actor:
    """Whoever wrote the version that came out; the system, where nobody did."""
    return actor_of_user(revision.user) if revision and revision.user else system_actor()

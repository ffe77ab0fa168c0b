"""Delete what a place that has left wrote: its branch, its pictures with their files, its groups."""

from django.db import transaction
from wagtail.models import PageLogEntry, Task, Workflow

from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import refuse_unless
from alongside.foundation.places.models import Place
from alongside.foundation.places.rules import can_empty
from alongside.learning.blog.actions.handing_over import NOT_ALLOWED
from alongside.learning.blog.actions.spaces import space_of
from alongside.learning.blog.models import Picture


@transaction.atomic
def delete_written(place: Place, *, by: Actor) -> int:
    """Delete all of it, drafts and earlier versions too. Returns how many pages went.

    What was handed over lies in another place's branch by now and stays.
    """
    refuse_unless(can_empty(by, place), NOT_ALLOWED)
    space = space_of(place)
    if space is None:
        return 0
    pages = list(space.get_descendants(inclusive=True).values_list("pk", flat=True))
    collection, groups = space.collection, (space.writers, space.publishers)
    Workflow.objects.filter(workflow_pages__page=space).delete()
    Task.objects.filter(groupapprovaltask__groups__in=groups).delete()
    space.delete()
    for picture in Picture.objects.filter(collection=collection):
        picture.delete()
    collection.delete()
    for group in groups:
        group.delete()
    # Wagtail's own log keeps titles of pages that are gone.
    PageLogEntry.objects.filter(page__in=pages).delete()
    return len(pages) - 1

"""Open a place's part of the blog: its branch, its collection, its two groups and its review.

Writers draft and send for review; publishers also let a post out. Nobody is put into these groups
by hand: `editing` does that from today's memberships, each time somebody comes.
"""

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import refuse_unless
from alongside.foundation.places.models import Place
from alongside.learning.blog.models import Space
from alongside.learning.blog.rules import can_write_posts

WRITE_PAGES = ("add_page", "change_page")
PUBLISH_PAGES = ("publish_page", "lock_page", "unlock_page")
PICTURES = ("add_image", "choose_image")


def space_of(place: Place) -> Space | None:
    """Return a place's part of the blog, once there is one."""
    return Space.objects.filter(place=place).first()


def open_space(place: Place, *, by: Actor) -> Space:
    """Give a place its part of the blog, if it has none yet."""
    refuse_unless(can_write_posts(by, place), _("Your role here doesn't write for the blog."))
    with transaction.atomic():
        # Two who come first at once: the second waits here, and finds the first one's.
        Place.objects.select_for_update().get(pk=place.pk)
        return space_of(place) or _new_space(place, by)


def _new_space(place: Place, by: Actor) -> Space:
    main = get_supported_content_language_variant(settings.LANGUAGE_CODE)
    Locale.objects.get_or_create(language_code=main)
    root = Page.get_first_root_node() or Page.add_root(title="Root", slug="root")
    pictures = Collection.get_first_root_node() or Collection.add_root(name="Root")
    space = Space(
        title=place.name,
        slug=place.slug,
        place=place,
        collection=pictures.add_child(name=place.name),
        writers=Group.objects.create(name=f"{place.slug}: writers"),
        publishers=Group.objects.create(name=f"{place.slug}: publishers"),
        live=True,
    )
    root.add_child(instance=space)
    _allow(space)
    _ask_for_review(space)
    record_event("open_blog", space, by=by, place_id=place.pk)
    return space


def _allow(space: Space) -> None:
    """Say to Wagtail what the two groups may do, in this branch and this collection only."""
    editor, _made = ContentType.objects.get_or_create(app_label="wagtailadmin", model="admin")
    access, _made = Permission.objects.get_or_create(
        content_type=editor, codename="access_admin", defaults={"name": "Can access the editor"}
    )
    for group, pages in (
        (space.writers, WRITE_PAGES),
        (space.publishers, (*WRITE_PAGES, *PUBLISH_PAGES)),
    ):
        group.permissions.add(access)
        for codename in pages:
            GroupPagePermission.objects.create(
                group=group, page=space, permission=_permission("wagtailcore", codename)
            )
        for codename in PICTURES:
            GroupCollectionPermission.objects.create(
                group=group,
                collection=space.collection,
                # Kept under Wagtail's own model of pictures, whoever's they are.
                permission=_permission("wagtailimages", codename),
            )


def _permission(app: str, codename: str) -> Permission:
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def _ask_for_review(space: Space) -> None:
    """A writer's post goes to the place's own publishers before anybody else reads it."""
    workflow = Workflow.objects.create(name=f"Review: {space.title}")
    task = GroupApprovalTask.objects.create(name=f"Publishers of {space.title}")
    task.groups.add(space.publishers)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=space)

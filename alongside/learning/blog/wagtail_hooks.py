"""What we change in Wagtail's editor: nothing of another partnership is offered there."""

from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from alongside.learning.blog.editing import writable_spaces
from alongside.learning.blog.views.writing import WRITING, WrittenViewSet


@hooks.register("construct_main_menu")
def short_menu(request: HttpRequest, items: list[Any]) -> None:
    """Leave the pictures, and the way back to the desk."""
    items[:] = [item for item in items if item.name in {"images", "desk"}]


@hooks.register("register_admin_menu_item")
def back_to_the_desk() -> MenuItem:
    """The way back to our own pages."""
    return MenuItem(_("Back to the blog desk"), reverse("blog:my-desk"), "desk", icon_name="home")


@hooks.register("register_admin_viewset")
def pages_on_which_one_writes() -> list[WrittenViewSet]:
    """A form that arrives twice makes one post."""
    return WRITING


@hooks.register("construct_page_chooser_queryset")
def pages_to_link_to(pages: QuerySet[Page], request: HttpRequest) -> QuerySet[Page]:
    """Offer what everybody reads, and one's own drafts; never another partnership's."""
    return pages.filter(Q(live=True) | writable_spaces(request.actor))  # type: ignore[attr-defined]


@hooks.register("before_move_page")
def stay_in_the_place(request: HttpRequest, page: Page, destination: Page) -> HttpResponse | None:
    """A post belongs to the place that wrote it: it can be copied elsewhere, not moved."""
    parent = page.get_parent()
    if parent is None or parent.pk == destination.pk:
        return None
    messages.error(request, _("A post stays with its place. Copy it, and change the copy."))
    return redirect("wagtailadmin_explore", parent.pk)

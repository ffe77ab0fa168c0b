"""Wagtail's two pages on which a post is written, for people who press twice.

The editor keeps a draft by itself while somebody writes, a slow connection sends a form again, and
two people press at once. Wagtail alone then makes a second post of the first form, or breaks off
because the address is taken. Here each form carries a number of its own, and one press goes on
only when the one before it is through: the second leads to the post that there is.
"""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from alongside.learning.blog.editor_forms import posted_key
from alongside.learning.blog.models import Post, Prose


def _wait_for(page: int) -> None:
    """Stand in line behind whoever is writing to the same page, or making one under it."""
    Page.objects.select_for_update().filter(pk=page).first()


class BeginOnceView(CreateView):
    """Make one post of one form, however often it arrives."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Let one press through at a time."""
        if request.method != "POST":
            return super().dispatch(request, *args, **kwargs)
        with transaction.atomic():
            _wait_for(kwargs["parent_page_id"])
            return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        """Make the post, or lead to the one that this form made before."""
        key = posted_key(request.POST)
        made = key and self.page_class.objects.child_of(self.parent_page).filter(
            translation_key=key
        )
        first = made.filter(owner=request.user).first() if made else None
        return self._lead_to(first) if first else super().post(request)

    def _lead_to(self, made: Page) -> HttpResponse:
        if not made.live and made.current_workflow_state is None:
            # Still a draft: what was written and asked for since is done to it, nothing is lost.
            path = reverse(self.edit_url_name, args=[made.pk])
            return HttpResponseRedirect(path, preserve_request=True)
        if self.expects_json_response:
            return self.json_error_response("sent_before", _("This was sent already."))
        messages.success(
            request=self.request,
            message=_("“%(title)s” is here already: it was sent twice, and kept once.")
            % {"title": made.get_admin_display_title()},
        )
        return redirect("wagtailadmin_explore", self.parent_page.pk)


class ChangeOnceView(EditView):
    """Change a post, one press after the other."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Let one press through at a time."""
        if request.method != "POST":
            return super().dispatch(request, *args, **kwargs)
        with transaction.atomic():
            _wait_for(kwargs["page_id"])
            return super().dispatch(request, *args, **kwargs)


class WrittenViewSet(PageViewSet):
    """Wagtail's pages for one kind of writing, with those two of ours."""

    add_view_class = BeginOnceView
    edit_view_class = ChangeOnceView


WRITING = [WrittenViewSet(model=Post), WrittenViewSet(model=Prose)]

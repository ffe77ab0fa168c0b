"""Table: a place's part of the blog."""

from typing import ClassVar

from django.contrib.auth.models import Group
from django.db import models
from django.urls import reverse
from wagtail.models import Collection, Page

from alongside.foundation.places.models import Place


class Space(Page):
    """Where a nation or a partnership writes: one branch of the tree, one collection, two groups."""

    place = models.OneToOneField(Place, on_delete=models.PROTECT, related_name="+")
    collection = models.OneToOneField(Collection, on_delete=models.PROTECT, related_name="+")
    writers = models.OneToOneField(Group, on_delete=models.PROTECT, related_name="+")
    publishers = models.OneToOneField(Group, on_delete=models.PROTECT, related_name="+")

    is_creatable = False
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = ["blog.Post", "blog.Prose"]
    content_panels: ClassVar[list[str]] = []
    promote_panels: ClassVar[list[str]] = []
    preview_modes: ClassVar[list[tuple[str, str]]] = []

    def get_url_parts(self, request: object = None) -> tuple[int, str, str]:
        """Where everybody reads what is written here."""
        return 1, "", f"{reverse('blog:list')}?place={self.place.slug}"

"""Tables: pictures of posts. Who made one is told wherever it is shown."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition


class Picture(AbstractImage):
    """A picture in a partnership's own collection. The original is never served."""

    credit = models.CharField(
        _("credit"), max_length=160, help_text=_("Who made it, and who lets us show it.")
    )

    admin_form_fields: ClassVar[tuple[str, ...]] = ("title", "file", "credit", "collection")


class Rendition(AbstractRendition):
    """A picture in one size, made anew from its points: no place, camera or name goes along."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="blog_rendition_unique"
            )
        ]

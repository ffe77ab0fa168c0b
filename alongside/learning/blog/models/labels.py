"""Tables: what posts are filed under, and who wrote them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.foundation.places.tenancy import TenantModel, TenantQuerySet


class Label(TenantModel):
    """A name of a place's own with an address of its own."""

    name = models.CharField(_("name"), max_length=80)
    slug = models.SlugField(max_length=80, editable=False)

    objects = TenantQuerySet.as_manager()
    # Wagtail asks by number whether what a draft names is still there; everything else has a scope.
    by_number = models.Manager()

    class Meta:
        abstract = True
        ordering = ["name"]
        default_manager_name = "by_number"

    def __str__(self) -> str:
        return self.name


class Topic(Label):
    """What posts are about. A nation keeps the list for all its partnerships."""

    class Meta(Label.Meta):
        constraints = [
            models.UniqueConstraint(fields=["place", "slug"], name="blog_topic_slug_unique")
        ]


class Series(Label):
    """Posts that belong together, in an order."""

    about = models.TextField(_("what it is about"), max_length=600, blank=True)

    class Meta(Label.Meta):
        verbose_name_plural = "series"
        constraints = [
            models.UniqueConstraint(fields=["place", "slug"], name="blog_series_slug_unique")
        ]


class Author(Label):
    """Somebody who writes, perhaps as a guest: only what they agreed to have shown."""

    role = models.CharField(_("role"), max_length=120, blank=True)
    organisation = models.CharField(_("organisation"), max_length=120, blank=True)
    about = models.TextField(_("about them"), max_length=600, blank=True)
    has_agreed = models.BooleanField(_("They have agreed to this being shown"), default=False)

    class Meta(Label.Meta):
        constraints = [
            models.UniqueConstraint(fields=["place", "slug"], name="blog_author_slug_unique")
        ]

"""Table: addresses at which published posts and pages once were read."""

from typing import TYPE_CHECKING

from django.db import models
from wagtail.models import Page

from alongside.foundation.places.tenancy import TenantModel

if TYPE_CHECKING:
    from alongside.learning.blog.models.written import Written


class FormerAddress(TenantModel):
    """A place and a slug under which a page was published; whoever comes there is led on.

    A table of ours and not Wagtail's redirects: those know addresses and no places, lead on to
    drafts as well, and bring an editor's page of their own that no partnership could share.
    """

    slug = models.SlugField(max_length=255, allow_unicode=True)
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="former_addresses")

    class Meta:
        verbose_name_plural = "former addresses"
        constraints = [
            models.UniqueConstraint(fields=["place", "slug"], name="blog_former_address_once")
        ]

    def __str__(self) -> str:
        return f"{self.place_id}: {self.slug}"


def keep_former_address(written: "Written") -> None:
    """Before a page is saved: if it was published elsewhere, remember where.

    An address that two pages had in turn leads to the one that had it last.
    """
    known = type(written).objects.filter(pk=written.pk, first_published_at__isnull=False)
    before = known.values_list("place", "slug").first()
    if before is None or before == (written.place.pk, written.slug):
        return
    place, slug = before
    FormerAddress.objects.in_place(place).update_or_create(
        slug=slug, defaults={"place_id": place, "page_id": written.pk}
    )

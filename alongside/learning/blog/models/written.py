"""Tables: posts and prose pages."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PublishingPanel, TitleFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from alongside.foundation.places.models import Place
from alongside.learning.blog.body import BODY
from alongside.learning.blog.editor_forms import PostForm, WrittenForm
from alongside.learning.blog.models.former_address import keep_former_address
from alongside.learning.blog.models.labels import Author, Series, Topic
from alongside.learning.blog.models.picture import Picture
from alongside.learning.blog.models.space import Space

# Wagtail asks the table for its preview; the page stands above it.
PREVIEW = "alongside.learning.blog.views.preview.preview"


class Written(Page):
    """What posts and prose pages share. `place` is that of the space it stands in."""

    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+", editable=False)
    introduction = models.TextField(
        _("introduction"), max_length=400, help_text=_("One or two sentences, shown in lists too.")
    )
    body = StreamField(BODY, verbose_name=_("text"), use_json_field=True)
    language = models.CharField(
        _("language"), max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )

    # The place that wrote it, by name, where it was handed over by one that left.
    origin_name = models.CharField(max_length=120, blank=True, editable=False)

    parent_page_types: ClassVar[list[str]] = ["blog.Space"]
    subpage_types: ClassVar[list[str]] = []
    promote_panels: ClassVar[list[Any]] = [FieldPanel("slug")]
    settings_panels: ClassVar[list[Any]] = [PublishingPanel()]
    # Told to whoever writes `page.url`; the name of the address says which of ours it is.
    address: ClassVar[str]
    base_form_class = WrittenForm

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """Take the place from where the page stands, whoever saves it; its old address leads on."""
        self.place = Space.objects.ancestor_of(self).get().place
        keep_former_address(self)
        return super().save(*args, **kwargs)

    @property
    def public_path(self) -> str:
        """The address at which everybody reads it."""
        return reverse(self.address, args=[self.place.slug, self.slug])

    def get_url_parts(self, request: object = None) -> tuple[int, str, str]:
        """Wagtail asks here where the page is read."""
        return 1, settings.BASE_URL, self.public_path

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Draw the page for a preview, as readers will see it."""
        drawn: HttpResponse = import_string(PREVIEW)(request, self)
        return drawn


class Post(Written):
    """A post of the blog."""

    dated_on = models.DateField(
        _("date"),
        default=timezone.localdate,
        help_text=_("Shown to readers; lists begin with the latest."),
    )
    picture = models.ForeignKey(
        Picture, null=True, blank=True, on_delete=models.PROTECT, related_name="+",
        verbose_name=_("picture"),
    )  # fmt: skip
    picture_says = models.CharField(
        _("what the picture shows"),
        max_length=200,
        blank=True,
        help_text=_("For people who can't see it. Say what matters here."),
    )
    series = models.ForeignKey(
        Series, null=True, blank=True, on_delete=models.SET_NULL, related_name="+",
        verbose_name=_("series"),
    )  # fmt: skip
    part = models.PositiveSmallIntegerField(_("part of the series"), null=True, blank=True)
    translation_of = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="translations",
        verbose_name=_("a translation of"),
    )  # fmt: skip
    is_open_for_comments = models.BooleanField(_("open for comments"), default=True)
    is_invented = models.BooleanField(default=False, editable=False)

    base_form_class = PostForm
    address = "blog:post"
    content_panels: ClassVar[list[Any]] = [
        TitleFieldPanel("title"),
        FieldPanel("introduction"),
        MultiFieldPanel([FieldPanel("picture"), FieldPanel("picture_says")], _("Picture on top")),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldPanel("dated_on"),
                FieldPanel("authors"),
                FieldPanel("topics"),
                FieldPanel("series"),
                FieldPanel("part"),
                FieldPanel("is_open_for_comments"),
            ],
            _("About this post"),
        ),
        MultiFieldPanel([FieldPanel("language"), FieldPanel("translation_of")], _("Language")),
    ]

    class Meta:
        indexes = [
            models.Index(fields=["-dated_on", "-page_ptr"], name="blog_post_newest"),
            models.Index(fields=["place", "-dated_on"], name="blog_post_place"),
        ]


class PostTopic(models.Model):
    """A post is about a topic."""

    post = ParentalKey(Post, on_delete=models.CASCADE, related_name="filed_under")
    topic = models.ForeignKey(Topic, on_delete=models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return f"{self.post_id}: {self.topic_id}"


class PostAuthor(models.Model):
    """Somebody wrote a post."""

    post = ParentalKey(Post, on_delete=models.CASCADE, related_name="written_by")
    author = models.ForeignKey(Author, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.post_id}: {self.author_id}"


class Prose(Written):
    """A page of prose: about us, how we work."""

    address = "blog:prose"
    content_panels: ClassVar[list[Any]] = [
        TitleFieldPanel("title"),
        FieldPanel("introduction"),
        FieldPanel("body"),
        FieldPanel("language"),
    ]

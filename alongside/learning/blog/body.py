"""What the text of a post is made of. No raw HTML, nothing that another site would have to send."""

from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

FEATURES = ["bold", "italic", "link", "ol", "ul"]


class Quote(blocks.StructBlock):
    """A sentence pulled out, and who said it."""

    text = blocks.TextBlock(label=_("Quote"), max_length=400)
    said_by = blocks.CharBlock(label=_("Who said it"), required=False, max_length=120)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "blog/body/quote.html"


class ShownPicture(blocks.StructBlock):
    """A picture, what it shows, and a line below. Its credit goes with it by itself."""

    picture = ImageBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Line below"), required=False, max_length=200)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "blog/body/picture.html"


class Video(blocks.StructBlock):
    """A video by its address. It opens where it is; nothing of it is loaded here."""

    title = blocks.CharBlock(label=_("What it is called"), max_length=160)
    address = blocks.URLBlock(
        label=_("Address"), validators=[URLValidator(schemes=["https"])], max_length=500
    )
    minutes = blocks.IntegerBlock(label=_("Minutes"), required=False, min_value=1, max_value=600)
    says = blocks.TextBlock(
        label=_("What is said in it"),
        required=False,
        help_text=_("A short account, for people who can't watch or hear it."),
    )

    class Meta:
        icon = "media"
        label = _("Video")
        template = "blog/body/video.html"


BODY = [
    ("paragraph", blocks.RichTextBlock(features=FEATURES, label=_("Text"), icon="pilcrow")),
    (
        "heading",
        blocks.CharBlock(
            label=_("Heading"), icon="title", max_length=120, template="blog/body/heading.html"
        ),
    ),
    ("quote", Quote()),
    ("picture", ShownPicture()),
    ("video", Video()),
]

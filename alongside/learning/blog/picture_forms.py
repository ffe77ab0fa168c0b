"""Pictures that are brought in: a cap on their size, and nothing in them but the picture."""

from io import BytesIO
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

UNREADABLE = (OSError, ValueError, SyntaxError, Image.DecompressionBombError)
LONGEST_SIDE = 2400
FORMATS = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}


class PictureField(WagtailImageField):
    """A file that can be read as a picture; one that is cut off is told in words too."""

    def to_python(self, data: Any) -> Any:
        """Return the file, once it was looked into."""
        try:
            return super().to_python(data)
        except UNREADABLE as problem:
            raise _cannot_be_read() from problem


class PictureForm(BaseImageForm):
    """Keeps a picture made anew from its points, upright, without what a camera wrote into it."""

    file = PictureField(label=_("File"), widget=forms.FileInput)

    def clean_file(self) -> Any:
        """Return the picture as it is kept; a field that wasn't changed stays."""
        brought = self.cleaned_data["file"]
        if not isinstance(brought, UploadedFile):
            return brought
        try:
            return made_anew(brought)
        except UNREADABLE as problem:
            raise _cannot_be_read() from problem


def _cannot_be_read() -> ValidationError:
    words = _("This file can't be read as a picture. Save it anew, as JPEG or PNG.")
    return ValidationError(words, code="unreadable")


def made_anew(brought: UploadedFile) -> UploadedFile:
    """Return the same picture, upright, at most 2,400 points long, without any metadata."""
    brought.seek(0)
    with Image.open(brought) as opened:
        kind = opened.format if opened.format in FORMATS else "PNG"
        upright = ImageOps.exif_transpose(opened)
        upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        plain = Image.new(upright.mode, upright.size)
        if upright.mode == "P":
            plain = upright.convert("RGBA")
            kind = "PNG"
        else:
            plain.paste(upright)
    kept = BytesIO()
    plain.save(kept, kind)
    return InMemoryUploadedFile(
        kept, "file", brought.name, FORMATS[kind], kept.getbuffer().nbytes, None
    )

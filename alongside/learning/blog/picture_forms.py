"""Pictures that are brought in: a cap on their size, and nothing in them but the picture."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from PIL import Image, ImageOps
from wagtail.images.forms import BaseImageForm

LONGEST_SIDE = 2400
FORMATS = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}


class PictureForm(BaseImageForm):
    """Keeps a picture made anew from its points, upright, without what a camera wrote into it."""

    def clean_file(self) -> Any:
        """Return the picture as it is kept; a field that wasn't changed stays."""
        brought = self.cleaned_data["file"]
        return made_anew(brought) if isinstance(brought, UploadedFile) else brought


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

"""QR codes as SVG that stands in the page: no picture file, no inline style."""

import segno
from django.utils.safestring import SafeString, mark_safe


def qr_svg(text: str) -> SafeString:
    """Return the drawing of a QR code; its size comes from the element around it."""
    code = segno.make(text, error="m", micro=False)
    drawing = code.svg_inline(
        border=2, omitsize=True, svgclass=None, lineclass=None, dark="#000000"
    )
    return mark_safe(drawing)  # noqa: S308 - drawn by the library, holds squares only

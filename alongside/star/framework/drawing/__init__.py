"""Server-drawn SVG: the Star (full and small) and the picture of who takes part with whom."""

from alongside.star.framework.drawing.star import draw_star
from alongside.star.framework.drawing.ties import draw_participation

__all__ = ["draw_participation", "draw_star"]

"""Server-drawn SVG: the Star (full, narrow, small) and the picture of who takes part with whom."""

from alongside.star.framework.drawing.star import draw_star, draw_star_for_page
from alongside.star.framework.drawing.ties import draw_participation

__all__ = ["draw_participation", "draw_star", "draw_star_for_page"]

"""The Priority Matrix as server-drawn SVG, in a wide and a narrow form, and the table that says the
same. Reads plain values; how they came about is not its business.
"""

from alongside.star.focus_it.drawing.matrix import draw_matrix
from alongside.star.focus_it.drawing.picture import Dot, Mark, MatrixPicture

__all__ = ["Dot", "Mark", "MatrixPicture", "draw_matrix"]

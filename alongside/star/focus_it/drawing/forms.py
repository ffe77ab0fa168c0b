"""The forms of the picture, for a desk, a hall and a phone, and where things lie in them."""

from dataclasses import dataclass

from alongside.star.focus_it.drawing.picture import HIGHEST, LOWEST, Place

type Spot = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Form:
    """Sizes in pixels. The fields' names stand on strips of their own, where no dot can lie."""

    name: str
    width: float
    left: float
    top: float
    right: float
    bottom: float
    strip: float
    pad: float
    letters: float
    small: float
    dot: float
    halo: float  # how much wider a halo grows for each step of disagreement

    def spot(self, at: Place) -> Spot:
        """Where a place on the two scales lies."""
        effort, impact = ((value - LOWEST) / (HIGHEST - LOWEST) for value in at)
        inner_left, inner_right = self.left + self.pad, self.right - self.pad
        edge = self.strip + self.dot * 0.7
        upper, lower = self.top + edge, self.bottom - edge
        return (
            inner_left + effort * (inner_right - inner_left),
            lower - impact * (lower - upper),
        )


WIDE = Form(
    name="wide", width=720, left=62, top=6, right=714, bottom=590,
    strip=36, pad=26, letters=19, small=16, dot=15, halo=15,
)  # fmt: skip
HALL = Form(
    name="hall", width=960, left=78, top=6, right=952, bottom=640,
    strip=46, pad=34, letters=25, small=21, dot=20, halo=20,
)  # fmt: skip
NARROW = Form(
    name="narrow", width=340, left=34, top=4, right=336, bottom=386,
    strip=28, pad=14, letters=15.5, small=14, dot=11.5, halo=10,
)  # fmt: skip
# Very many dots are drawn a little smaller, so that fewer have to step aside.
MANY = 24

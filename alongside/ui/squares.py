"""A schematic map: named squares in rows and columns, each a link if it leads somewhere. Drawn as one picture.

On a narrow screen a broad map shows each name shortened; the whole name is always what is read out.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

WIDE, HIGH, GAP = 110, 84, 6
LARGEST, SMALLEST = 17, 11
LETTER = 0.57  # of its size, how wide a letter is as a rule
MOST_LINES = 3
MANY = 3  # columns; with more, a phone shows the names shortened
ONE_WORD = 3  # letters that are left of it


@dataclass(frozen=True, slots=True)
class Square:
    """One square, counted from 1; a faint one has a broken edge."""

    name: str
    url: str
    row: int
    column: int
    is_faint: bool = False

    @property
    def short(self) -> str:
        """The first letters of its words, or of its only one.

        >>> Square("East Ayrshire", "/", 1, 1).short, Square("Moray", "/", 1, 1).short
        ('EA', 'Mor')
        """
        words = [word for word in self.name.split() if word[:1].isalpha()]
        if len(words) < 2:
            return self.name[:ONE_WORD]
        capitals = [word[0] for word in words if word[0].isupper()] or [words[0][0]]
        return "".join(capitals[:ONE_WORD])


def draw_squares(squares: Sequence[Square], *, title: str) -> SafeString:
    """Return the picture; its squares come in the order of rows, as they are read."""
    columns = max((square.column for square in squares), default=1)
    rows = max((square.row for square in squares), default=1)
    width, height = columns * WIDE, rows * HIGH
    drawn = "".join(_drawn(one) for one in sorted(squares, key=lambda s: (s.row, s.column)))
    many = " al-squares--many" if columns > MANY else ""
    return mark_safe(  # noqa: S308 - names and addresses are escaped, the rest are numbers
        f'<svg class="al-squares{many}" viewBox="0 0 {width} {height}" width="{width}"'
        f' height="{height}" role="group" aria-label="{escape(title)}">{drawn}</svg>'
    )


def _drawn(square: Square) -> str:
    x, y = (square.column - 1) * WIDE + GAP / 2, (square.row - 1) * HIGH + GAP / 2
    wide, high = WIDE - GAP, HIGH - GAP
    middle = x + wide / 2
    faint = " al-squares__one--faint" if square.is_faint else ""
    name = escape(square.name)
    leads = f'a href="{escape(square.url)}"' if square.url else 'g role="img"'
    return (
        f'<{leads} aria-label="{name}" class="al-squares__one{faint}"><title>{name}</title>'
        f'<rect x="{x:g}" y="{y:g}" width="{wide}" height="{high}" rx="9"/>'
        f"{_lettered(square.name, middle, y + high / 2)}"
        f'<text class="al-squares__short" x="{middle:g}" y="{y + high / 2 + 13:g}"'
        f' font-size="38" aria-hidden="true">{escape(square.short)}</text></{leads[0]}>'
    )


def _lettered(name: str, x: float, middle: float) -> str:
    lines = _lines(name)
    longest = max(len(line) for line in lines)
    size = max(SMALLEST, min(LARGEST, (WIDE - GAP - 10) / (LETTER * longest)))
    top = middle - (len(lines) - 1) * size * 0.6 + size * 0.34
    spans = "".join(
        f'<tspan x="{x:g}" y="{top + at * size * 1.2:.1f}">{escape(line)}</tspan>'
        for at, line in enumerate(lines)
    )
    return (
        f'<text class="al-squares__name" font-size="{size:.1f}" aria-hidden="true">{spans}</text>'
    )


def _lines(name: str) -> list[str]:
    """Part a name into few lines of like length; what is too long for its square is cut."""
    lines: list[str] = []
    for word in name.split() or [name]:
        if lines and len(lines[-1]) + len(word) < 10:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    if len(lines) > MOST_LINES:
        lines = [*lines[: MOST_LINES - 1], " ".join(lines[MOST_LINES - 1 :])]
    most = int((WIDE - GAP - 10) / (LETTER * SMALLEST))
    return [line if len(line) <= most else f"{line[: most - 1]}…" for line in lines]

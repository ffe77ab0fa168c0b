"""What the big screen asks for every second: where the room stands, and how far people are.

Before the reveal it holds people, and never a figure; neither does its tag.
"""

from dataclasses import asdict, dataclass
from typing import Any

from django.db.models import Max

from alongside.foundation.disclosure.models import Release
from alongside.foundation.rooms.queries import joined_count
from alongside.star.focus_it.models import Matrix
from alongside.star.focus_it.queries.rated import Progress, progress_of, told_progress
from alongside.star.focus_it.queries.releases import FIGURES

A_SECOND = 1


@dataclass(frozen=True, slots=True)
class ScreenState:
    """`shown` is the last turn whose figures are there; `version` rises with every move."""

    stage: str
    turn: int
    version: int
    shown: int
    heads: int | None
    joined: int
    rated: int
    done: int  # rated all there is, in this turn

    @property
    def etag(self) -> str:
        return f'"{self.version}.{self.shown}.{self.joined}.{self.rated}.{self.done}"'

    @property
    def said(self) -> str:
        """How far people are, in words."""
        here = max(self.joined, self.heads or 0)
        return told_progress(self.stage, self.turn, Progress(self.rated, self.done), here)

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "said": self.said, "wait": A_SECOND}


def screen_state(
    matrix: Matrix, *, shown: int | None = None, joined: int | None = None
) -> ScreenState:
    """Return the state as it is now: nothing is kept, since a hall has one screen or two.

    `shown` and `joined` are given by who has just read them anyway. At most three queries.
    """
    room, progress = matrix.room, progress_of(matrix)
    return ScreenState(
        room.stage,
        room.turn,
        room.version,
        _shown(matrix) if shown is None else shown,
        room.heads,
        joined_count(room) if joined is None else joined,
        progress.begun,
        progress.done,
    )


def _shown(matrix: Matrix) -> int:
    releases = Release.objects.in_place(matrix.place)
    figures = releases.filter(activity=matrix.activity_id, kind=FIGURES)
    return figures.aggregate(newest=Max("number"))["newest"] or 0

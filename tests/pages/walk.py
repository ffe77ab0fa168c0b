"""The pages to look at: worked out from the access table, so that none can be forgotten."""

from dataclasses import dataclass

from tests.access.row import Row
from tests.access.table import TABLE
from tests.scene import Scene
from tests.visitors import GUEST, NOBODY

# Who sees most of a page comes first; pages of people who answer are a guest's.
SEEN_BY = ("Cara", "Rona", "Ann", GUEST, NOBODY, "Bo", "Fay", "Eve")


@dataclass(frozen=True)
class Stop:
    """A page, and the visitor with whose eyes it is looked at."""

    label: str
    row: Row
    visitor: str

    def path(self, scene: Scene) -> str:
        """Its address in Strathmuir."""
        return self.row.address(scene.strathmuir.names)


def visitor_of(row: Row) -> str | None:
    """Whoever sees the page, if it can be seen at all."""
    if row.seen_by:
        return row.seen_by
    return next((who for who in SEEN_BY if row.get[who] == "ok"), None)


def stops() -> list[Stop]:
    """Everything that can be read, one stop for each line of the table."""
    return [
        Stop(row.label, row, visitor) for row in TABLE if (visitor := visitor_of(row)) is not None
    ]

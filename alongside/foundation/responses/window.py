"""When an activity takes contributions: the module that runs it says so, this room keeps to it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Phase(StrEnum):
    """Where in its time an activity is."""

    NOT_YET = "not_yet"
    OPEN = "open"
    GRACE = "grace"  # closed for beginners; what was begun in time may still arrive
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Window:
    """The time of an activity, and the moment at which it is judged.

    `now` is the database's clock, read in the transaction that writes, so that all workers agree.
    `is_prepared` is false while it is still being prepared; `is_ended` once somebody closed it.
    """

    now: datetime
    opens_at: datetime
    closes_at: datetime
    grace: timedelta = timedelta(0)
    is_prepared: bool = True
    is_ended: bool = False

    @property
    def phase(self) -> Phase:
        """Return where `now` lies. The instant of closing itself is closed."""
        if self.is_ended:
            return Phase.CLOSED
        if not self.is_prepared or self.now < self.opens_at:
            return Phase.NOT_YET
        if self.now < self.closes_at:
            return Phase.OPEN
        return Phase.GRACE if self.now < self.closes_at + self.grace else Phase.CLOSED

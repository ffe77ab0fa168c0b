"""Draw a panel from a lottery, by a seed: reproducible with SHA-256 alone.

The chance comes from the stream (see `chance`) with the name "alongside lottery 1", a colon, the
hash of the input, a colon, and the seed as it was published. In this order:

1. A ticket, one of 10**12. Panels are numbered in their order; the first has the first tickets.
2. For each kind, in order, that is in no circle: so many of its people, in the order of their ids,
   as the panel says (`Stream.order`).
3. For each circle of households, in order: its households, in the order of their first ids, are put
   in an order by chance. Places are dealt to them in turn, kind after kind; then each household in
   that order gives, kind after kind, so many of its people by chance.

Dealing in turn gives no household more than its places, and none more than it has; and as both
orders come by chance, people of a kind have the same chance.
"""

from dataclasses import dataclass
from itertools import accumulate

from .chance import Stream
from .kinds import ALONE
from .lottery import TICKETS, Lottery
from .people import FORM


@dataclass(frozen=True, slots=True)
class Draw:
    """Who was drawn, in the order of their ids, by which ticket and seed."""

    panel: tuple[str, ...]
    ticket: int
    seed: str


def draw_panel(lottery: Lottery, seed: str) -> Draw:
    """The panel that a seed gives. The same lottery and seed give the same panel.

    The seed is any text that nobody could choose: dice thrown in public, a published draw. Draw it
    after the hash of the input was published.
    """
    stream = Stream(f"{FORM}:{lottery.task.sha256}:{seed}")
    ticket = stream.below(TICKETS)
    upto = accumulate(lottery.tickets)
    panel = next(one for one, end in zip(lottery.panels, upto, strict=True) if ticket < end)
    chosen: list[str] = []
    for kind, circle in enumerate(lottery.kinds.circle_of):
        if circle == ALONE:
            chosen += stream.order(lottery.kinds.members[kind], panel[kind])
    for circle in range(len(lottery.kinds.circles)):
        chosen += _from_circle(lottery, circle, panel, stream)
    return Draw(tuple(sorted(chosen)), ticket, seed)


def _from_circle(
    lottery: Lottery, circle: int, panel: tuple[int, ...], stream: Stream
) -> list[str]:
    homes = lottery.kinds.circles[circle]
    kinds = [kind for kind, of in enumerate(lottery.kinds.circle_of) if of == circle]
    numbers = stream.order([str(at) for at in range(len(homes))], len(homes))
    in_order = [homes[int(number)] for number in numbers]
    dealt = [[0] * len(kinds) for _ in homes]
    turn = 0
    for at, kind in enumerate(kinds):
        for _ in range(panel[kind]):
            dealt[turn % len(homes)][at] += 1
            turn += 1
    chosen: list[str] = []
    for home, counts in zip(in_order, dealt, strict=True):
        for (_, ids), count in zip(home, counts, strict=True):
            chosen += stream.order(ids, count)
    return chosen

"""Draw a panel by lot: quotas met, chances as equal as they can be, and anyone can redo it.

From a pool of people and quotas (so many of each age, area and so on) the engine makes a lottery: a
mixture of panels that each keep to every quota, such that the lowest chance of anybody is as high
as any lottery can make it (*maximin*), or that and then the second lowest and so on (*leximin*). It
says everybody's chance, and proves by a bound that the lowest can't be higher. A seed that is drawn
in public then gives the panel.

The way from a pool to a panel, module by module:

- `people`: the task, its canonical form and hash, which is published before the seed is drawn.
- `kinds`: people whom no quota tells apart count as one kind; households with a limit as circles.
- `programmes`: the fairest chances if people could be divided; the bound; the best true panel.
- `columns`, `swaps`: the mixture of true panels, found panel by panel.
- `fairness`: maximin and leximin by means of these.
- `lottery`: the result in whole numbers. `drawing`, `chance`: a seed gives a panel, by SHA-256.
- `relaxation`: the smallest change of quotas that can't be met. `replacing`: after drop-outs.
- `tables`: the two CSV layouts in which pools and quotas usually come.

There is no clock and no network in it, and no chance but what comes from the seed. It logs nothing:
a pool is personal data.

Source: decisions on engines, 3; trust 10. Decision 0040 says why it is as it is.
"""

from .drawing import Draw, draw_panel
from .errors import LotteriesError
from .lottery import Lottery, hold_lottery
from .people import Fairness, Person, Quota, Task
from .relaxation import Move
from .replacing import replacements

VERSION = "1"
"""Stored beside every result; changes whenever the same task would give another lottery."""

__all__ = [
    "VERSION",
    "Draw",
    "Fairness",
    "LotteriesError",
    "Lottery",
    "Move",
    "Person",
    "Quota",
    "Task",
    "draw_panel",
    "hold_lottery",
    "replacements",
]

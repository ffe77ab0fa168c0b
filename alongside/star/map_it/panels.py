"""Blocks that several pages show: the Star, and who takes part with whom.

Each value is made only where a template comes to it: pages keep most of them (`queries.kept`).
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from alongside.star.framework.drawing import draw_participation, draw_star_for_page
from alongside.star.framework.participation import ParticipationPicture, pair_table, set_table
from alongside.star.framework.picture import StarPicture
from alongside.star.framework.twin import point_sentence, point_table, step_table


def star_parts(picture: StarPicture) -> dict[str, Any]:
    """The Star with its tables and sentences."""
    return {
        "star": partial(draw_star_for_page, picture),
        "star_table": partial(point_table, picture),
        "step_table": partial(step_table, picture),
        "sentences": lambda: [(p.co, point_sentence(p, picture.scale)) for p in picture.points],
    }


def together_parts(picture: Callable[[], ParticipationPicture]) -> dict[str, Any]:
    """Who takes part with whom, drawn and as tables: by pairs, and by exactly who takes part."""
    return {
        "together": lambda: draw_participation(picture()),
        "together_table": lambda: pair_table(picture()),
        "together_sets": lambda: set_table(picture()),
    }

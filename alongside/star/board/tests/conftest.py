"""A matrix that was rated, revealed and decided on."""

import pytest

from alongside.foundation.initiatives.models import Stage
from alongside.star.focus_it.actions.deciding import decide_item
from alongside.star.focus_it.actions.reveal import reveal_matrix
from alongside.star.focus_it.models import Matrix
from alongside.star.focus_it.queries.matrices import items_of
from tests.matrices import asking, rate_all
from tests.people import World


@pytest.fixture
def decided(world: World) -> Matrix:
    matrix = asking(world.strathmuir, by=world.cara.actor)
    for person in range(6):  # six of one mind would be too few to show
        said = {"impact": 4 + person % 2, "effort": 1 + person % 2}
        rate_all(matrix, dict.fromkeys(items_of(matrix), said))
    reveal_matrix(matrix, turn=1, by=world.cara.actor)
    item = items_of(matrix)[0]
    item.matrix, item.place, item.initiative.place = matrix, matrix.place, matrix.place
    told = {"reason": "Quick to begin", "decided_by": "The board", "dissent": "Two would wait"}
    decide_item(item, verdict=Stage.TAKEN_ON, by=world.cara.actor, **told)
    return matrix

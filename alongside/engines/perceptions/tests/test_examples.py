"""The examples in the documentation, and the time a whole round takes."""

import doctest
import importlib
import pkgutil
import time

import pytest

from alongside.engines import perceptions
from alongside.engines.perceptions import Answers, change, gaps, levels, service_levels
from alongside.engines.perceptions.tests.rows import GROUPS, a_round

MODULES = [
    name for _, name, is_package in pkgutil.iter_modules(perceptions.__path__) if not is_package
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_the_documentation_are_true(name):
    module = importlib.import_module(f"{perceptions.__name__}.{name}")
    assert doctest.testmod(module).failed == 0


def test_every_name_offered_is_there():
    assert all(hasattr(perceptions, name) for name in perceptions.__all__)


def test_a_round_of_500_people_and_20_services_takes_less_than_two_seconds():
    rows = a_round(500, 20, 4)
    started = time.process_time()
    answers = Answers.of(rows)
    cells = [(service, group) for service in answers.services for group in GROUPS]
    shown = {"shown_groups": GROUPS, "resident_group": "resident"}
    star = levels(answers, **shown)
    heat = service_levels(answers, shown_cells=cells, resident_group="resident")
    views = gaps(answers, reference_group="resident", contrasts=GROUPS[:3])
    moves = change(answers, answers, versions=("1", "1"), shown_groups=GROUPS)
    assert time.process_time() - started < 2
    assert (len(star), len(heat), len(views.all), len(moves)) == (4, 80, 12, 4)

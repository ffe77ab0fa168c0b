"""The examples in the documentation."""

import doctest
import importlib
import pkgutil

import pytest

from alongside.engines import lotteries

MODULES = [
    name for _, name, is_package in pkgutil.iter_modules(lotteries.__path__) if not is_package
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_the_documentation_are_true(name):
    module = importlib.import_module(f"{lotteries.__name__}.{name}")
    assert doctest.testmod(module).failed == 0


def test_every_name_offered_is_there():
    assert all(hasattr(lotteries, name) for name in lotteries.__all__)

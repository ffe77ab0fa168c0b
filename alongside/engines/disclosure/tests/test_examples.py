import doctest
import importlib
import pkgutil

import pytest

from alongside.engines import disclosure

MODULES = [
    name for _, name, is_package in pkgutil.iter_modules(disclosure.__path__) if not is_package
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_the_documentation_are_true(name):
    module = importlib.import_module(f"{disclosure.__name__}.{name}")
    assert doctest.testmod(module).failed == 0

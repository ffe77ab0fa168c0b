"""The examples in the docstrings hold."""

import doctest
import importlib

import pytest

MODULES = ("errors", "sides", "policy", "reasons", "edges", "shortlists", "plan")


@pytest.mark.parametrize("name", MODULES)
def test_what_the_docstrings_say_happens(name):
    module = importlib.import_module(f"alongside.engines.matching.{name}")
    names = importlib.import_module("alongside.engines.matching")
    known = {one: getattr(names, one) for one in names.__all__} | vars(module)
    found = doctest.testmod(module, extraglobs=known)
    assert found.attempted
    assert not found.failed

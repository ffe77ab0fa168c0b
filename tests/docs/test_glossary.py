"""The glossary knows every table, role, group, code of answer and term."""

import re

from django.apps import apps

from alongside.foundation.members.models import Group
from alongside.foundation.members.roles import ROLES
from alongside.foundation.places.vocabulary import default_terms
from tests.docs.documents import ROOT

ROW = re.compile(r"^\| ([^|]+) \|[^|]*\| ([^|]+) \|$", re.MULTILINE)


def glossary() -> dict[str, str]:
    """Each code name with its meaning."""
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    return {
        name: meaning
        for names, meaning in ROW.findall(text)
        for name in re.findall(r"`([\w.]+)`", names)
    }


def test_every_table_of_ours_has_a_row() -> None:
    ours = {m.__name__ for m in apps.get_models() if m.__module__.startswith("alongside.")}
    assert not ours - glossary().keys()


def test_every_role_group_and_term_has_a_row() -> None:
    wanted = {*ROLES, *Group.values, *default_terms()}
    assert not wanted - glossary().keys()


def test_nothing_is_explained_that_is_not_in_the_code() -> None:
    sources = "\n".join(
        path.read_text(encoding="utf-8")
        for pattern in ("*.py", "*.toml")
        for path in (ROOT / "alongside").rglob(pattern)
    )
    assert not {name for name in glossary() if not re.search(rf"\b{re.escape(name)}\b", sources)}

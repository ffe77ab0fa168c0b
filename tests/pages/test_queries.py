"""Every page asks the database at most a fixed number of times, however long its lists are."""

from collections.abc import Callable

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.access.row import Row
from tests.access.table import TABLE
from tests.asking import body_of
from tests.pages.growing import grow
from tests.pages.walk import visitor_of
from tests.scene import Scene

pytestmark = pytest.mark.django_db
MOST = 12
MORE = {
    "site:take-along": 57,  # a file with everything about one person: each table once
    "map_it:results": 13,  # where an earlier survey is shown beside
}
READABLE = [(row, who) for row in TABLE if (who := visitor_of(row)) is not None]

Count = Callable[[Row, str], list[str]]


@pytest.fixture
def asked(scene: Scene, clients: dict[str, Client]) -> Count:
    """What the database is asked for a page that is looked at for the second time."""

    def count(row: Row, who: str) -> list[str]:
        url = row.address(scene.strathmuir.names)
        body_of(clients[who].get(url))
        with CaptureQueriesContext(connection) as queries:
            body_of(clients[who].get(url))
        return [one["sql"] for one in queries.captured_queries if "SAVEPOINT" not in one["sql"]]

    return count


@pytest.mark.parametrize(("row", "who"), READABLE, ids=[row.label for row, _ in READABLE])
def test_a_page_asks_little(row: Row, who: str, asked: Count) -> None:
    found = asked(row, who)
    assert len(found) <= MORE.get(row.name, MOST), f"{len(found)} queries:\n" + "\n".join(
        f[:300] for f in found
    )


def test_longer_lists_ask_no_more(scene: Scene, asked: Count) -> None:
    """With 3 more of everything, and with 50 more."""
    few, many = grown(scene, 3, asked), grown(scene, 50, asked)
    more = {
        label: f"{len(few[label])} with few, {len(many[label])} with many: {many[label][-1][:300]}"
        for label in few
        if len(many[label]) > max(len(few[label]), 0)
    }
    assert not more, "\n".join(f"{label}: {told}" for label, told in more.items())


def grown(scene: Scene, count: int, asked: Count) -> dict[str, list[str]]:
    """What each page asks with longer lists; everything is as before afterwards."""
    with transaction.atomic():
        grow(scene.strathmuir, count)
        found = {row.label: asked(row, who) for row, who in READABLE}
        transaction.set_rollback(True)
    return found

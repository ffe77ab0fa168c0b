"""An activity of Strathmuir that everybody may read, with comments open below it."""

import pytest

from alongside.foundation.discussions.actions import open_comments
from alongside.foundation.initiatives.actions import describe_initiative, found_initiative
from alongside.foundation.initiatives.models import Initiative


@pytest.fixture
def lunch_club(world) -> Initiative:
    by = world.cara.actor
    found = found_initiative(world.strathmuir, title="Lunch club", co="deliver", by=by)
    describe_initiative(found, is_public=True, by=by)
    open_comments(world.strathmuir, kind="activity", is_open=True, by=by)
    return found


@pytest.fixture
def key(lunch_club) -> str:
    return str(lunch_club.pk)

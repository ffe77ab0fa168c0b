"""What can be found, by whom, and how well."""

from collections.abc import Iterable
from typing import Any

import pytest

from alongside.foundation.history.actor import ANONYMOUS, Actor, system_actor
from alongside.foundation.initiatives.actions import describe_initiative, found_initiative
from alongside.foundation.initiatives.models import Initiative
from alongside.foundation.places.models import Place
from alongside.foundation.practices.actions import keep_practices
from alongside.foundation.search.actions import keep_in_search, take_out_of_search
from alongside.foundation.search.jobs import follow
from alongside.foundation.search.kinds import KINDS, Entry, entries_of
from alongside.foundation.search.models import SearchRow
from alongside.foundation.search.queries import find
from tests.people import World


def activity(world: World, title: str, *, text: str = "", public: bool = True) -> Initiative:
    return found_initiative(
        world.strathmuir,
        title=title,
        co="deliver",
        what_happens=text,
        is_public=public,
        by=world.cara.actor,
    )


def titles(actor: Actor, typed: str, **how: Any) -> list[str]:
    return [found.title for found in find(actor, typed, **how).found]


def test_every_kind_is_told_of_by_its_room(world: World) -> None:
    assert all(list(entries_of(kind)) == [] for kind in KINDS)


def test_words_are_found_in_title_and_text_the_title_first(world: World) -> None:
    activity(world, "Walking group", text="Neighbours go to the library together")
    activity(world, "Library club", text="Stories on Friday")
    assert titles(ANONYMOUS, "library") == ["Library club", "Walking group"]
    assert titles(ANONYMOUS, "library neighbours") == ["Walking group"]
    assert titles(ANONYMOUS, "LIBRARIES") == ["Library club", "Walking group"]
    assert titles(ANONYMOUS, "neigh") == ["Walking group"]
    assert titles(ANONYMOUS, "swimming") == []
    assert titles(ANONYMOUS, "library", kind="practice") == []


def test_what_is_not_public_is_found_by_members_only(world: World) -> None:
    activity(world, "Lunch club", public=False)
    for somebody in (ANONYMOUS, world.eve.actor, world.fay.actor):
        assert titles(somebody, "lunch") == []
        assert find(somebody, "lunhc").instead == ""
    found = find(world.ann.actor, "lunch").found[0]
    assert found.path == "/strathmuir/workspace/activities/lunch-club/"


def test_what_is_taken_back_is_gone_at_once(world: World) -> None:
    club = activity(world, "Lunch club", text="Soup for everybody")
    path = find(ANONYMOUS, "soup").found[0].path
    assert path == "/strathmuir/activities/lunch-club/"
    describe_initiative(club, what_happens="Bread for everybody", by=world.cara.actor)
    assert titles(ANONYMOUS, "soup") == []
    describe_initiative(club, is_public=False, by=world.cara.actor)
    assert titles(ANONYMOUS, "bread") == []
    take_out_of_search("activity", [str(club.pk)])
    assert titles(world.cara.actor, "bread") == []


def test_a_partnership_that_left_is_found_by_nobody_outside(world: World) -> None:
    activity(world, "Lunch club")
    Place.objects.filter(pk=world.strathmuir.pk).update(state=Place.State.LEFT)
    assert titles(ANONYMOUS, "lunch") == []


def test_what_a_nation_owns_is_read_in_each_of_its_partnerships(world: World) -> None:
    told = {"service_area": "older people", "co": "deliver", "what_happens": "Shopping"}
    new = [{"title": "Food train", **told}]
    keep_practices(world.nation, new=new, changed={}, by=system_actor())
    assert titles(ANONYMOUS, "train") == []
    for who, slug in ((world.ann, "strathmuir"), (world.eve, "glenbeg")):
        found = find(who.actor, "train").found[0]
        assert found.path.startswith(f"/{slug}/workspace/practices/from/{world.nation.slug}/")


def test_what_a_nation_keeps_to_itself_stays_there(world: World) -> None:
    keep_in_search([Entry("activity", "x", world.nation.pk, "Budget", inside_path="/{place}/x/")])
    assert titles(world.ann.actor, "budget") == []


def test_a_slip_of_the_finger_is_forgiven(world: World) -> None:
    activity(world, "Befriending", text="A visit a week")
    results = find(ANONYMOUS, "Befreinding")
    assert [found.title for found in results.found] == ["Befriending"]
    assert results.instead


@pytest.mark.parametrize(
    "typed",
    ["", "   ", '"', "'", "*", "AND", "OR NOT", "a:b", "(((", "\\", "%", "\x00", "the", "ü" * 500],
)
def test_nothing_that_can_be_typed_breaks_it(world: World, typed: str) -> None:
    activity(world, "Lunch club")
    assert titles(ANONYMOUS, typed) == []


def test_found_words_are_marked_and_nothing_runs(world: World) -> None:
    activity(world, "Soup", text="<script>alert(1)</script> warm \x02soup\x03 <b>daily</b>")
    snippet = find(ANONYMOUS, "soup").found[0].snippet
    assert "<mark>soup</mark>" in snippet
    assert snippet.count("<") == 2
    assert "script>" not in snippet.replace("&lt;script&gt;", "").replace("&lt;/script&gt;", "")


def test_pages_go_on_where_the_last_one_ended(world: World) -> None:
    keep_in_search(_many(world.strathmuir, 45))
    pages = [find(ANONYMOUS, "bench", page=n) for n in (1, 2, 3)]
    found = [one.path for page in pages for one in page.found]
    assert len(found) == len(set(found)) == 45
    assert [page.has_more for page in pages] == [True, True, False]


def _many(place: Place, count: int) -> Iterable[Entry]:
    for n in range(count):
        yield Entry("activity", f"x{n}", place.pk, f"Bench {n}", public_path=f"/{n}/")


def test_the_sweep_mends_what_differs(world: World) -> None:
    club = activity(world, "Lunch club")
    rows = SearchRow.objects.in_place(world.strathmuir)
    rows.update(title="Something else", public_path="")
    keep_in_search(_many(world.strathmuir, 1))
    follow()
    assert [(row.key, row.title) for row in rows.all()] == [(str(club.pk), "Lunch club")]
    assert titles(ANONYMOUS, "lunch") == ["Lunch club"]
    assert titles(ANONYMOUS, "bench") == []


def test_it_asks_little(world: World, django_assert_max_num_queries: Any) -> None:
    keep_in_search(_many(world.strathmuir, 45))
    actor = world.ann.actor
    with django_assert_max_num_queries(3):
        find(actor, "bench")

from alongside.foundation.consent.actions import join_activity
from alongside.foundation.consent.queries import kept_about_user, participations_of
from alongside.foundation.consent.tests.activities import make_activity
from tests.people import World


def test_what_i_take_along_holds_what_is_mine_and_no_more(world: World) -> None:
    join_activity(make_activity(world.strathmuir), by=world.ann.actor)
    (mine,) = kept_about_user(world.ann.user)
    told = str(mine)
    assert mine["place"] == "Strathmuir"
    assert "ann@example.org" in told
    assert "uses" in told
    for other in ("bo@example.org", "password", "pseudonym", "correct horse"):
        assert other not in told


def test_somebody_without_a_person_gets_an_empty_list(world: World) -> None:
    world.ann.person.user = None
    world.ann.person.save()
    assert kept_about_user(world.ann.user) == []


def test_what_i_took_part_in_is_listed_newest_first(world: World) -> None:
    for title in ("First", "Second"):
        join_activity(make_activity(world.strathmuir, title), by=world.ann.actor)
    titles = [participant.activity.title for participant in participations_of(world.ann.user)]
    assert titles == ["Second", "First"]
    assert participations_of(world.eve.user) == []

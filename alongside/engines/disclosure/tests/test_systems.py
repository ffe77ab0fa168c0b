from alongside.engines.disclosure import Cube, Dimension, Policy, Record
from alongside.engines.disclosure.audit import Finding
from alongside.engines.disclosure.rollups import Rollups
from alongside.engines.disclosure.systems import audits_of, exclusive_axes

from .tables import one_way, survey, two_way


def test_people_appear_once_along_groups_and_often_along_services():
    table = Rollups.of(survey(1, heads=(4, 9, 20), services=3, part=1.0), ())
    assert exclusive_axes(table) == (1,)


def test_people_are_audited_where_services_are_left_whole():
    table = Rollups.of(survey(1, heads=(4, 9, 20), services=3, part=1.0), ())
    answers, people = (audit.sums for audit in audits_of(table, Policy()))
    assert answers.counts.shape == (9, 3)
    assert people.counts.tolist() == [[4], [9], [20]]
    assert people.under[("*", "*")] == {0, 1, 2}


def test_people_need_no_audit_of_their_own_where_everybody_answers_once():
    assert len(audits_of(Rollups.of(two_way({"parks": {"staff": (3, 4)}}), ()), Policy())) == 1
    assert len(audits_of(Rollups.of(one_way({"staff": (3, 4)}), ()), Policy())) == 1


def test_people_add_up_nowhere_when_somebody_wears_two_hats():
    records = [Record(1, ("parks", "staff"), "yes"), Record(1, ("buses", "resident"), "yes")]
    dimensions = [
        Dimension("service", ("parks", "buses")),
        Dimension("group", ("staff", "resident")),
    ]
    table = Rollups.of(Cube.from_records(dimensions, ["yes"], records), ())
    assert exclusive_axes(table) == ()
    assert len(audits_of(table, Policy())) == 1


def test_many_answers_of_few_people_do_not_hide_how_few_they_are():
    """Three and three people, each answering twelve times: 72 answers, yet only six people."""
    table = Rollups.of(survey(1, heads=(3, 3, 20, 30), services=12, part=1.0), ())
    _, people = audits_of(table, Policy())
    elected, manager, staff = ("*", "elected"), ("*", "manager"), ("*", "staff")
    assert people.unsafe({elected, manager}) == [Finding(elected), Finding(manager)]
    assert people.unsafe({elected, manager, staff}) == []

import random

import pytest

from alongside.engines.disclosure import Cube, Dimension, DisclosureError, Policy, Record, protect

from .tables import records_of, survey

SERVICE = Dimension("service", ("parks", "buses"))
GROUP = Dimension("group", ("staff", "resident"))


def cube_of(*records, dimensions=(SERVICE, GROUP), categories=("no", "yes")):
    return Cube.from_records(dimensions, categories, records)


def test_one_person_in_two_cells_is_two_answers_of_one_person():
    cube = cube_of(
        Record("ann", ("parks", "resident"), "yes"), Record("ann", ("buses", "resident"), "no")
    )
    assert cube.counts == {("buses", "resident"): (1, 0), ("parks", "resident"): (0, 1)}
    assert set().union(*cube.people.values()) == {"ann"}


@pytest.mark.parametrize(
    ("record", "code"),
    [
        (Record(1, ("parks", "mayor"), "yes"), "unknown_member"),
        (Record(1, ("parks", "*"), "yes"), "unknown_member"),
        (Record(1, ("parks",), "yes"), "wrong_length"),
        (Record(1, ("parks", "staff"), "perhaps"), "unknown_category"),
    ],
)
def test_a_record_outside_the_table_is_refused(record, code):
    with pytest.raises(DisclosureError) as refused:
        cube_of(record)
    assert refused.value.code == code


def test_answering_the_same_cell_twice_is_refused_and_the_person_not_named():
    twice = [Record("ann", ("parks", "staff"), "yes"), Record("ann", ("parks", "staff"), "no")]
    with pytest.raises(DisclosureError) as refused:
        cube_of(*twice)
    assert refused.value.code == "answered_twice"
    assert "ann" not in str(refused.value)


@pytest.mark.parametrize(
    ("shape", "code"),
    [
        ({"dimensions": ()}, "no_dimensions"),
        ({"categories": ()}, "no_categories"),
        ({"categories": ("yes", "yes")}, "name_used_twice"),
        ({"dimensions": (GROUP, GROUP)}, "name_used_twice"),
    ],
)
def test_a_table_without_shape_is_refused(shape, code):
    with pytest.raises(DisclosureError) as refused:
        cube_of(**shape)
    assert refused.value.code == code


def test_a_cube_does_not_print_its_answers():
    assert "ann" not in repr(cube_of(Record("ann", ("parks", "staff"), "yes")))


def test_the_order_of_the_records_changes_nothing():
    cube = survey(1, heads=(4, 9, 20, 30), services=4, lean=3.0)
    records = records_of(cube)
    random.Random(2).shuffle(records)
    again = Cube.from_records(cube.dimensions, cube.categories, records)
    assert again == cube
    assert protect(again, Policy()).to_json() == protect(cube, Policy()).to_json()

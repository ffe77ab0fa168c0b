"""The two CSV layouts, as they come and as they are broken."""

import pytest

from alongside.engines.lotteries import LotteriesError, Quota
from alongside.engines.lotteries.tables import people_from, quotas_from

QUOTAS = "feature,value,min,max\nAge,Old,1,2\nAge,Young,0,2\nArea,Hill,0,3\n"
POOL = "id,name,Age,Area,street,town\np1,Ann,Old,Hill,1 High St,Perth\np2,Bo,Young,Hill,,\n"


def quotas(text=QUOTAS):
    return quotas_from(text.encode())


def people(text=POOL, **given):
    return people_from(text.encode(), quotas(), **given)


def refused(read, text, **given) -> str:
    with pytest.raises(LotteriesError) as refusal:
        read(text, **given)
    assert refusal.value.code == "bad_table"
    return str(refusal.value)


def test_both_names_of_columns_are_read():
    assert quotas("category,name,min,max\nAge,Old,1,2\n") == quotas(
        "feature,value,min,max\nAge,Old,1,2\n"
    )
    assert quotas("feature,value,min,max,min_flex,max_flex\nAge,Old,1,2,0,4\n") == [
        Quota("Age", "Old", 1, 2, 0, 4)
    ]


def test_case_spaces_a_byte_order_mark_and_empty_rows_do_not_matter():
    text = "\ufeffFeature , VALUE,min,max,note\n age, old ,1,2,x\n,,,,\nAGE,Young,0,2,\n"
    assert [(q.feature, q.value) for q in quotas(text)] == [("age", "old"), ("age", "Young")]
    found = people("ID,AGE,area\np1,OLD ,hill\n\n")
    assert found[0].values == {"Age": "Old", "Area": "Hill"}


def test_the_id_is_the_column_that_is_said_or_usual_or_first():
    assert people()[0].id == "p1"
    assert people(id_column="name")[0].id == "Ann"
    text = "key,Age,Area\nx9,Old,Hill\n"
    assert people(text)[0].id == "x9"
    text = "name,nationbuilder_id,Age,Area\nAnn,77,Old,Hill\n"
    assert people(text)[0].id == "77"


def test_the_same_address_is_a_household_and_none_is_not():
    text = POOL + "p3,Cara,Old,Hill,1 HIGH ST,perth\np4,Dev,Old,Hill,,\n"
    homes = [person.household for person in people(text, household=["street", "Town"])]
    assert homes[0] == homes[2] is not None
    assert homes[1] is homes[3] is None
    assert {person.household for person in people(text)} == {None}


def test_somebody_who_stands_there_twice_counts_once():
    text = POOL + "p1,Ann again,Old,Hill,2 High St,Perth\n"
    assert len(people(text)) == 2
    assert "line 4, column id: p1 stands in line 2" in refused(people, text, household=["street"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "line 1, column any: the file is empty"),
        ("feature,value,min\nAge,Old,1\n", "line 1, column max: is missing"),
        ("feature,value,min,max,max\nAge,Old,1,2,2\n", "column max: stands there more than once"),
        ("feature,value,min,max\n", "line 2, column feature: there is no quota"),
        ("feature,value,min,max\nAge,Old,one,2\n", "line 2, column min: 'one' is no whole number"),
        ("feature,value,min,max\nAge,Old,-1,2\n", "line 2, column min: '-1' is no whole number"),
        ("feature,value,min,max\nAge,Old,,2\n", "line 2, column min: '' is no whole number"),
        ("feature,value,min,max\nAge,Old,3,2\n", "line 2, column min: 3 is more than the max, 2"),
        ("feature,value,min,max\nAge,,1,2\n", "line 2, column value: is empty"),
        (QUOTAS + "AGE,old,1,1\n", "line 5, column value: old stands in line 2"),
        (
            "feature,value,min,max,min_flex,max_flex\nAge,Old,1,3,2,2\n",
            "column min_flex: 2 is more than the min, 1",
        ),
        (
            "feature,value,min,max,min_flex,max_flex\nAge,Old,1,3,0,2\n",
            "column max_flex: 2 is less than the max, 3",
        ),
        ('feature,value,min,max\n"Age,Old,1,2\n', "can't be read as CSV"),
    ],
)
def test_a_broken_file_of_quotas_is_told_by_line_and_column(text, told):
    assert told in refused(quotas, text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("id,Age\np1,Old\n", "line 1, column area: is missing"),
        ("id,Age,Area\n", "line 2, column id: there is nobody"),
        ("id,Age,Area\np1,Ancient,Hill\n", "line 2, column Age: 'Ancient' is in none"),
        ("id,Age,Area\np1,,Hill\n", "line 2, column Age: is empty"),
        ("id,Age,Area\n,Old,Hill\n", "line 2, column id: is empty"),
        ("id,Age,Area\np1,Old\n", "line 2, column Area: is empty"),
        ("id,Age,Area\np1,Old,Hill,x\n", "line 2, column 4: the row has 4 columns"),
    ],
)
def test_a_broken_pool_is_told_by_line_and_column(text, told):
    assert told in refused(people, text)


def test_every_problem_is_told_up_to_twenty():
    rows = "".join(f"p{n},Ancient,Hill\n" for n in range(30))
    told = refused(people, "id,Age,Area\n" + rows)
    assert told.count("Ancient") == 20
    assert told.endswith("and 10 more")


def test_a_file_in_another_encoding_is_told_by_line():
    with pytest.raises(LotteriesError, match="line 2, column any: is not UTF-8"):
        quotas_from("feature,value,min,max\nÂge,Old,1,2\n".encode("latin-1"))

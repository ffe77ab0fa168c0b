"""What a spreadsheet of ODK asks for is understood, or told in full why not."""

import pytest

from alongside.engines.questions import xlsform
from alongside.engines.questions.contents import Group, Layout, Question, Questionnaire
from alongside.engines.questions.kinds import Kind
from alongside.engines.questions.xlsform.report import Line

SETTINGS = [["form_title", "form_id", "version"], ["Lunch clubs", "lunch", "3"]]
CHOICES = [
    ["list_name", "name", "label", "town"],
    ["agree", "yes", "Yes", ""],
    ["agree", "no", "No", ""],
    ["hall", "north", "North hall", "alva"],
    ["hall", "south", "South hall", "tilly"],
]


def survey(*rows: list[str]) -> dict[str, list[list[str]]]:
    """Return sheets with these rows, under the headings that most tests need."""
    return {
        "survey": [["type", "name", "label", "relevant", "appearance"], *rows],
        "choices": CHOICES,
        "settings": SETTINGS,
    }


def found_in(sheets: dict[str, list[list[str]]]) -> Questionnaire:
    """Return what was read; the test fails where anything stopped it."""
    found, report = xlsform.read(sheets)
    assert found is not None, report.errors
    return found


def errors_in(sheets: dict[str, list[list[str]]]) -> list[Line]:
    """Return what stops it; the test fails where a questionnaire came out all the same."""
    found, report = xlsform.read(sheets)
    assert found is None
    return report.errors


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("text", Kind.TEXT),
        ("integer", Kind.WHOLE),
        ("decimal", Kind.DECIMAL),
        ("date", Kind.DATE),
        ("time", Kind.TIME),
        ("geopoint", Kind.PLACE),
        ("image", Kind.PHOTO),
        ("acknowledge", Kind.CONSENT),
        ("note", Kind.NOTE),
        ("range", Kind.SCALE),
        ("select_one agree", Kind.ONE),
        ("select one from agree", Kind.ONE),
        ("Select1 agree", Kind.ONE),
        ("select_multiple agree", Kind.SEVERAL),
        ("select all that apply from agree", Kind.SEVERAL),
        ("add select multiple prompt using agree", Kind.SEVERAL),
        ("rank agree", Kind.RANKING),
    ],
)
def test_every_kind_is_known_in_the_words_people_use(words: str, kind: Kind) -> None:
    found = found_in(survey([words, "one", "What?"]))
    assert found.question("one").kind is kind


def test_title_id_and_version_come_from_the_settings() -> None:
    found = found_in(survey(["text", "one", "What?"]))
    assert (found.title, found.form_id, found.version) == ({"": "Lunch clubs"}, "lunch", "3")


def test_groups_tables_and_repeats_hold_their_questions() -> None:
    found = found_in(
        survey(
            ["begin group", "views", "Your views", "", "table-list"],
            ["select_one agree", "warm", "It is warm"],
            ["select_one agree", "near", "It is near"],
            ["end group"],
            ["begin repeat", "child", "Child", "", "field-list"],
            ["text", "age", "Age"],
            ["end repeat"],
        )
    )
    views, child = found.members
    assert isinstance(views, Group)
    assert isinstance(child, Group)
    assert (views.layout, views.repeats) == (Layout.TABLE, False)
    assert [one.name for one in views.members] == ["warm", "near"]
    assert (child.layout, child.repeats) == (Layout.PAGE, True)


def test_a_table_of_different_lists_is_shown_on_one_page_and_that_is_told() -> None:
    sheets = survey(
        ["begin group", "views", "Your views", "", "table-list"],
        ["select_one agree", "warm", "It is warm"],
        ["select_one hall", "where", "Where?"],
        ["end group"],
    )
    found, report = xlsform.read(sheets)
    assert found is not None
    views = found.members[0]
    assert isinstance(views, Group)
    assert views.layout is Layout.PAGE
    assert [line.place for line in report.notes] == ["survey, row 2, appearance"]


def test_or_other_adds_the_choice_and_asks_what() -> None:
    found = found_in(survey(["select_one agree or_other", "warm", "Is it warm?"]))
    warm, other = found.questions()
    assert [one.name for one in found.choices_of(warm)] == ["yes", "no", "other"]
    assert (other.name, other.asked_if) == ("warm_other", "selected(${warm}, 'other')")


def test_languages_are_told_apart_and_gaps_are_told() -> None:
    sheets = {
        "survey": [
            ["type", "name", "label::English (en)", "label::Gàidhlig (gd)"],
            ["text", "one", "Your name?", "D' ainm?"],
            ["text", "two", "Your street?", ""],
        ]
    }
    found, report = xlsform.read(sheets)
    assert found is not None
    assert found.languages == ("en", "gd")
    assert found.question("one").label == {"en": "Your name?", "gd": "D' ainm?"}
    assert ["1 texts are missing in “gd”" in line.words for line in report.notes] == [True]


def test_further_columns_of_choices_serve_their_filter() -> None:
    sheets = survey(["text", "town", "Town?"])
    sheets["survey"][0].append("choice_filter")
    sheets["survey"].append(["select_one hall", "where", "Which?", "", "", "town = ${town}"])
    found = found_in(sheets)
    where = found.question("where")
    assert where.choice_filter == "town = ${town}"
    assert [one.marks for one in found.choices_of(where)] == [{"town": "alva"}, {"town": "tilly"}]


def test_what_is_not_asked_here_is_left_out_and_told() -> None:
    sheets = survey(
        ["start", "begun"],
        ["audio", "song", "Sing"],
        ["text", "after", "And then?", "${song} != ''"],
    )
    found, report = xlsform.read(sheets)
    assert found is not None
    assert [one.name for one in found.questions()] == ["after"]
    assert [(line.row, line.column) for line in report.notes] == [
        (2, "type"),
        (3, "type"),
        (4, "relevant"),
    ]


def test_two_questions_of_one_name_are_told_apart_by_their_groups() -> None:
    sheets = survey(
        ["text", "age", "Your age"],
        ["begin group", "child", "Child"],
        ["text", "age", "Its age"],
        ["end group"],
    )
    assert [one.name for one in found_in(sheets).questions()] == ["age", "child_age"]


def test_all_errors_are_told_at_once_with_their_places() -> None:
    sheets = survey(
        ["rainbow", "one", "What?"],
        ["select_one nowhere", "two", "Which?"],
        ["text", "3", "Three?"],
        ["text", "four", "Four?", "${nobody} = 'x'"],
        ["text", "five", "Five?", "${four} ="],
        ["end group"],
        ["begin repeat", "never", "Never ends"],
    )
    assert {(line.row, line.column) for line in errors_in(sheets)} == {
        (2, "type"),
        (3, "type"),
        (4, "name"),
        (5, "relevant"),
        (6, "relevant"),
        (7, "type"),
        (8, "type"),
    }


@pytest.mark.parametrize(
    ("sheets", "words"),
    [
        ({}, "there is no sheet “survey”; the sheets are: none"),
        ({"Sheet1": [["a"]]}, "the sheets are: “Sheet1”"),
        ({"survey": []}, "nothing is asked"),
        ({"survey": [["type", "name"], ["start", "begun"]]}, "nothing is asked"),
        ({"survey": [["type", "name"], *[["text", f"q{at}"] for at in range(5001)]]}, "divide"),
        ({"survey": [["type", "name", "label"], ["text", "q", "x" * 10_001]]}, "longer than"),
        (
            {"survey": [["type", "name", "parameters"], ["range", "q", "start=0 end=1e9"]]},
            "at most 100 steps",
        ),
        (
            {"survey": [["type", "name", "parameters"], ["range", "q", "start=9 end=1"]]},
            "goes up from start to end",
        ),
    ],
)
def test_what_cannot_be_read_says_what_to_do(
    sheets: dict[str, list[list[str]]], words: str
) -> None:
    assert any(words in line.words for line in errors_in(sheets))


def test_choices_without_a_list_with_blanks_or_twice_are_errors() -> None:
    sheets = survey(["select_one agree", "one", "What?"])
    sheets["choices"] = [*CHOICES, ["", "x"], ["agree", "may be"], ["agree", "yes"]]
    assert [(line.row, line.column) for line in errors_in(sheets)] == [
        (6, "list_name"),
        (7, "name"),
        (8, "name"),
    ]


def test_signs_that_nobody_sees_are_taken_away() -> None:
    found = found_in(survey(["te\x00xt", "one", "What\N{NO-BREAK SPACE}now?\x1b[31m"]))
    assert found.question("one").label == {"": "What now?[31m"}


def test_a_formula_in_a_cell_stays_text() -> None:
    question = found_in(survey(["text", "one", "=HYPERLINK(1)<script>"])).question("one")
    assert isinstance(question, Question)
    assert question.label == {"": "=HYPERLINK(1)<script>"}

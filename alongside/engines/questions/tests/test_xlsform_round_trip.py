"""What was written as sheets is read again, the same; and forms that others wrote are read."""

from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.engines.questions import xlsform
from alongside.engines.questions.contents import (
    Choice,
    Group,
    Item,
    Layout,
    Question,
    Questionnaire,
)
from alongside.engines.questions.kinds import WITH_CHOICES, Kind

LANGUAGES = ("en", "gd")
WORDS = st.text("aábß “<&=1", min_size=1, max_size=12).map(str.strip).filter(bool)
TEXTS = st.fixed_dictionaries({"en": WORDS}, optional={"gd": WORDS})
LISTS = {
    "agree": (Choice("yes", {"en": "Yes"}), Choice("no", {"en": "No", "gd": "Chan eil"})),
    "hall": (Choice("north", {"en": "North"}, {"town": "alva"}),),
}


@st.composite
def questions(draw: st.DrawFn, name: str) -> Question:
    """Any question of that name whose every field survives a spreadsheet."""
    kind = draw(st.sampled_from([kind for kind in Kind if kind is not Kind.WORKED_OUT]))
    is_scale = kind is Kind.SCALE
    start = draw(st.integers(0, 5)) if is_scale else 1
    return Question(
        name,
        kind,
        draw(TEXTS),
        hint=draw(st.one_of(st.just({}), TEXTS)),
        is_required=kind is not Kind.NOTE and draw(st.booleans()),
        may_decline=draw(st.booleans()),
        choices=draw(st.sampled_from(sorted(LISTS))) if kind in WITH_CHOICES else "",
        start=start,
        end=start + draw(st.integers(1, 10)) if is_scale else 5,
        start_words=draw(TEXTS) if is_scale else {},
        fits_if=draw(st.sampled_from(["", ". != 'x'"])),
        fits_words=draw(TEXTS),
    )


@st.composite
def questionnaires(draw: st.DrawFn) -> Questionnaire:
    """Some questions, some of them within a group or a repeat."""
    count = draw(st.integers(1, 6))
    asked: list[Item] = [draw(questions(f"q{at}")) for at in range(count)]
    inside = draw(st.integers(0, count))
    members: list[Item] = asked[inside:]
    if inside:
        repeats = draw(st.booleans())
        group = Group(
            "all",
            draw(TEXTS),
            tuple(asked[:inside]),
            layout=draw(st.sampled_from([Layout.PAGES, Layout.PAGE])),
            repeats=repeats,
            most=draw(st.integers(0, 9)) if repeats else 0,
        )
        members.insert(0, group)
    return Questionnaire({"en": draw(WORDS)}, tuple(members), LISTS, LANGUAGES, "form", "1")


@given(questionnaires())
def test_it_comes_back_as_it_was(asked: Questionnaire) -> None:
    found, report = xlsform.read(xlsform.write(asked))
    assert report.errors == []
    assert found == asked


@given(st.dictionaries(st.sampled_from(["survey", "choices", "settings"]),
       st.lists(st.lists(st.one_of(st.sampled_from([
           "type", "name", "label", "text", "select_one a", "begin group", "end group", "range",
           "relevant", "${a} =", "a", "list_name", "begin repeat", "parameters", "alongside::most",
       ]), st.text(max_size=8)), max_size=5), max_size=6)))  # fmt: skip
def test_whatever_is_in_the_cells_there_is_an_answer(sheets: dict[str, list[list[str]]]) -> None:
    found, report = xlsform.read(sheets)
    assert (found is None) == bool(report.errors)
    if found is not None:
        again, _report = xlsform.read(xlsform.write(found))
        assert again is not None


FORMS = Path(__file__).resolve().parents[5] / "shared" / "data" / "xlsforms"


@pytest.mark.parametrize("name", ["choice_filter_test", "flat_xlsform_test", "group", "or_other"])
def test_forms_that_others_wrote_are_read_and_come_back(name: str) -> None:
    file = FORMS / f"{name}.xlsx"
    if not file.exists():
        pytest.skip("the forms of others are not here")
    book = openpyxl.load_workbook(file, read_only=True, data_only=True)
    sheets = {
        sheet.title: [["" if cell is None else str(cell) for cell in row] for row in sheet.values]
        for sheet in book.worksheets
    }
    found, report = xlsform.read(sheets)
    assert found is not None, report.errors
    again, report = xlsform.read(xlsform.write(found))
    assert (again, report.errors) == (found, [])

from datetime import date

import pytest
from django import forms

from alongside.ui.forms import DayField, LongSelect


class DayForm(forms.Form):
    day = DayField(label="When?")


def sent(day, month, year):
    return DayForm({"day_0": day, "day_1": month, "day_2": year})


def test_three_boxes_make_a_date():
    form = sent("4", "11", "2026")
    assert form.is_valid()
    assert form.cleaned_data["day"] == date(2026, 11, 4)


@pytest.mark.parametrize(
    ("boxes", "words"),
    [
        (("31", "2", "2026"), "Enter a real date, such as 4 11 2026"),
        (("four", "11", "2026"), "Enter a real date, such as 4 11 2026"),
        (("4", "", "2026"), "Enter the day, the month and the year"),
        (("", "", ""), "Enter a date, such as 4 11 2026"),
        (("<b>", "11", "2026"), "Enter a real date, such as 4 11 2026"),
    ],
)
def test_what_is_no_date_says_what_to_type(boxes, words):
    assert sent(*boxes).errors["day"] == [words]


def test_a_date_that_is_known_fills_the_boxes():
    html = DayForm(initial={"day": date(2026, 11, 4)})["day"].as_widget()
    assert 'value="4"' in html
    assert 'value="2026"' in html


def test_a_date_may_be_left_out_when_it_is_not_asked_for():
    class Form(forms.Form):
        day = DayField(required=False)

    form = Form({"day_0": "", "day_1": "", "day_2": ""})
    assert form.is_valid()
    assert form.cleaned_data["day"] is None


def test_a_long_list_reads_like_any_other() -> None:
    choices = [("", "All"), ("Older people", [("a&b", "A & B"), ("c", "<i>C</i>")])]
    plain, long = (
        forms.ChoiceField(choices=choices, widget=widget).widget.render("x", "c", {"id": "id_x"})
        for widget in (forms.Select, LongSelect)
    )
    assert "".join(plain.split()) == "".join(long.split())

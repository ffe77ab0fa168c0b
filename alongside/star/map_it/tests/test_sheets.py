"""The questions go out as a workbook and come back as answers: all or nothing, and once."""

import io
import re

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.foundation.files.models import StagedImport
from alongside.foundation.history.models import Event
from alongside.foundation.responses.models import Response
from alongside.star.map_it.models import CoAnswer, FreeWord, Round
from alongside.star.map_it.queries.rows import load_rows
from alongside.star.map_it.tests.answering import make_round

HEAD = [
    "batch",
    "form",
    "group",
    "kind",
    "service",
    "question_1",
    "question_2",
    "question_3",
    "question_4",
    "own_words",
]
ONE = ["LIBRARY 3", 1, "residents", "uses this", "Home care", "often", "2", "dk", "", "Thank you"]
TWO = [
    "library  3",
    2,
    "front-line staff",
    "",
    "parks-and-play",
    3,
    "nowhere",
    "n",
    "it is how we work",
    "",
]


@pytest.fixture
def round_(world):
    return make_round(world.strathmuir, world.home_care, world.parks)


@pytest.fixture
def cara(client, world):
    client.force_login(world.cara.user)
    return client


def pages(round_: Round) -> str:
    return f"/{round_.place.slug}/workspace/map/{round_.slug}/sheets/"


def book(*rows, head=HEAD) -> SimpleUploadedFile:
    workbook = openpyxl.Workbook()
    for row in (head, *rows):
        workbook.active.append(row)
    stream = io.BytesIO()
    workbook.save(stream)
    return SimpleUploadedFile("filled.xlsx", stream.getvalue())


def upload(client, round_, *rows):
    return client.post(f"{pages(round_)}import/", {"file": book(*rows)}, follow=True)


def confirm(client, response):
    plan = re.search(r'name="plan" value="(\w+)"', response.content.decode())
    assert plan, response.content.decode()
    return client.post(response.request["PATH_INFO"], {"plan": plan[1]}, follow=True)


def bring_in(client, round_, *rows):
    return confirm(client, upload(client, round_, *rows))


def sent(round_):
    return Response.objects.in_place(round_.place).order_by("pk")


def test_what_was_filled_in_counts_like_paper(cara, round_) -> None:
    response = bring_in(cara, round_, ONE, TWO)
    assert response.status_code == 200
    assert "LIBRARY 3" in response.content.decode()
    first, second = sent(round_)
    assert (first.group, first.resident_kind, first.channel) == ("resident", "uses", "paper")
    assert (second.group, second.group_confirmed, second.batch) == ("staff", True, "LIBRARY 3")
    codes = CoAnswer.objects.in_place(round_.place).values_list("service__name", "co", "code")
    assert set(codes.filter(response=first)) == {
        ("Home care", "commission", "3"),
        ("Home care", "design", "2"),
        ("Home care", "deliver", "dk"),
    }
    assert ("Parks and play", "assess", "4") in codes.filter(response=second)
    assert FreeWord.objects.in_place(round_.place).get().text == "Thank you"
    assert load_rows(round_).answered == {"resident": 1, "staff": 1}
    verbs = Event.objects.in_place(round_.place_id).values_list("verb", flat=True)
    assert "enter_batch" in verbs


def test_the_same_file_twice_counts_once(cara, round_) -> None:
    bring_in(cara, round_, ONE, TWO)
    again = upload(cara, round_, ONE, TWO).content.decode()
    assert "There is nothing to do" in again
    assert sent(round_).count() == 2


def test_rows_added_to_the_same_file_come_in_alone(cara, round_) -> None:
    bring_in(cara, round_, ONE)
    bring_in(cara, round_, ONE, TWO)
    assert sent(round_).count() == 2


def test_rows_with_one_number_are_one_person(cara, round_) -> None:
    bring_in(cara, round_, ONE, [*ONE[:4], "Parks and play", 1, "", "", "", ""])
    assert sent(round_).get().co_answers.count() == 4


def test_rows_that_nobody_filled_in_are_passed_over(cara, round_) -> None:
    bring_in(cara, round_, ONE, ["LIBRARY 3", 2, "", "", "", "", "", "", "", ""])
    assert sent(round_).count() == 1


@pytest.mark.parametrize(
    ("rows", "row", "column"),
    [
        ([[*ONE[:2], "dragons", *ONE[3:]]], 2, "group"),
        ([[*ONE[:4], "Canary service of Glenbeg", *ONE[5:]]], 2, "service"),
        ([ONE, [*TWO[:5], "sometimes", *TWO[6:]]], 3, "question_1"),
        ([[*TWO[:3], "volunteer", *TWO[4:]]], 2, "kind"),
        ([[*ONE[:1], "first", *ONE[2:]]], 2, "form"),
        ([[*ONE[:1], 0, *ONE[2:]]], 2, "form"),
        ([["", *ONE[1:]]], 2, "batch"),
        ([ONE, [*ONE[:2], "managers", "", "Parks and play", *ONE[5:]]], 3, "group"),
        ([ONE, [*ONE[:5], "once or twice", *ONE[6:]]], 3, "service"),
    ],
)
def test_every_problem_is_told_by_row_and_column_and_nothing_is_kept(
    cara, round_, rows, row, column
) -> None:
    html = upload(cara, round_, [*TWO[:1], 9, *TWO[2:]], *rows).content.decode()
    assert "Nothing can be brought in yet" in html
    told = re.sub(r"<[^>]+>", "|", html)
    assert re.search(rf"\|{row + 1}\|+\s*\|*{column}\|", told), told
    assert 'name="plan"' not in html
    assert not sent(round_).exists()


def test_a_form_brought_in_before_with_other_answers_is_a_problem(cara, round_) -> None:
    bring_in(cara, round_, ONE)
    html = upload(cara, round_, [*ONE[:5], "nowhere", *ONE[6:]]).content.decode()
    assert "with other answers" in html
    assert "often" not in html.split("<main")[1]
    assert sent(round_).count() == 1


def test_a_double_click_on_confirm_counts_once(cara, round_) -> None:
    seen = upload(cara, round_, ONE)
    confirm(cara, seen)
    confirm(cara, seen)
    assert sent(round_).count() == 1


def test_what_the_workbook_gives_is_what_the_upload_takes(cara, round_) -> None:
    response = cara.get(f"{pages(round_)}workbook.xlsx?for=one")
    workbook = openpyxl.load_workbook(io.BytesIO(response.content))
    sheet, words = workbook.worksheets[0], workbook.worksheets[1]
    assert [cell.value for cell in sheet[1]] == HEAD
    assert [row[4].value for row in sheet.iter_rows(min_row=2)] == ["Home care", "Parks and play"]
    valid = {row[1].value for row in words.iter_rows(min_row=2) if row[0].value == "group"}
    assert valid == {"residents", "councillors", "managers", "front-line staff"}
    for row in sheet.iter_rows(min_row=2):
        row[2].value, row[5].value = "councillors", "in pockets"
    stream = io.BytesIO()
    workbook.save(stream)
    seen = cara.post(
        f"{pages(round_)}import/",
        {"file": SimpleUploadedFile("mine.xlsx", stream.getvalue())},
        follow=True,
    )
    confirm(cara, seen)
    assert sent(round_).get().group == "elected"


def test_an_untouched_workbook_brings_nothing(cara, round_) -> None:
    content = cara.get(f"{pages(round_)}workbook.xlsx").content
    seen = cara.post(
        f"{pages(round_)}import/", {"file": SimpleUploadedFile("a.xlsx", content)}, follow=True
    )
    assert "There is nothing to do" in seen.content.decode()


def test_each_workbook_has_a_batch_of_its_own(cara, round_) -> None:
    def batch() -> str:
        content = cara.get(f"{pages(round_)}workbook.xlsx").content
        return openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]["A2"].value

    assert batch() != batch()


def test_a_closed_round_takes_no_files(cara, round_) -> None:
    Round.objects.in_place(round_.place).update(state=Round.State.CLOSED)
    assert cara.get(f"{pages(round_)}import/").status_code == 409
    assert "only while this is open" in cara.get(pages(round_)).content.decode()


def test_a_round_that_closes_between_look_and_confirm_keeps_nothing(cara, round_) -> None:
    seen = upload(cara, round_, ONE)
    Round.objects.in_place(round_.place).update(state=Round.State.CLOSED)
    assert cara.post(seen.request["PATH_INFO"], {"plan": "x"}).status_code == 409
    assert not sent(round_).exists()


def test_a_file_of_one_round_is_not_confirmed_in_another(cara, round_, world) -> None:
    other = make_round(world.strathmuir, world.home_care, slug="another")
    upload(cara, round_, ONE)
    staged = StagedImport.objects.in_place(round_.place).get()
    assert cara.get(f"{pages(other)}import/{staged.public_id}/").status_code == 404


@pytest.mark.parametrize("page", ["", "workbook.xlsx", "import/"])
@pytest.mark.parametrize("visitor", [("bo", 403), ("eve", 404), ("fay", 404)])
def test_only_those_who_enter_for_others_come_in(client, world, round_, page, visitor) -> None:
    name, status = visitor
    client.force_login(getattr(world, name).user)
    assert client.get(f"{pages(round_)}{page}").status_code == status
    assert client.post(f"{pages(round_)}import/", {"file": book(ONE)}).status_code == status


@pytest.mark.parametrize("number", ["000001" + "1" * 5000, "00000199999999", "0", "\u00b2"])
def test_a_number_that_is_none_is_a_problem_of_its_row(cara, round_, number: str) -> None:
    one = [ONE[0], number, *ONE[2:]]
    response = upload(cara, round_, one)
    assert response.status_code in {200, 409, 422}
    assert "from 1 to 99,999" in response.content.decode()

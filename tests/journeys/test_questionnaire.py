"""A questionnaire from a spreadsheet to a receipt: on a small phone, without JavaScript, in two goes."""

import io
from datetime import timedelta
from typing import TYPE_CHECKING

import openpyxl
import pytest
from django.utils import timezone

if TYPE_CHECKING:
    from tests.journeys.town import Town, Walker

pytestmark = [
    pytest.mark.browser,
    pytest.mark.enable_socket,
    # A checkout has no collected static files, and needs none.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]
DESK = "/strathmuir/workspace/questionnaires/"
SMALL = {"width": 320, "scripts": False}
SURVEY = (
    ("type", "name", "label", "required", "relevant"),
    ("select_one yes_no", "helps", "Do you help a neighbour?", "yes", ""),
    ("select_multiple ways", "ways", "What do you do for them?", "", "${helps} = 'yes'"),
    ("begin repeat", "gift", "Something you can do", "", ""),
    ("text", "gift_name", "What is it?", "", ""),
    ("end repeat", "", "", "", ""),
    ("text", "word", "Anything else?", "", ""),
)
CHOICES = (
    ("list_name", "name", "label"),
    ("yes_no", "yes", "Yes"),
    ("yes_no", "no", "No"),
    ("ways", "shop", "Shopping"),
    ("ways", "talk", "Talking"),
)


def workbook(survey: tuple[tuple[str, ...], ...]) -> bytes:
    """A file as spreadsheet programs write it."""
    book = openpyxl.Workbook()
    sheets = {"survey": survey, "choices": CHOICES, "settings": (("form_title",), ("Our gifts",))}
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    del book["Sheet"]
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_from_a_spreadsheet_to_a_receipt(town: "Town") -> None:
    cara = town.sign_in(town.world.cara)
    ask_from_a_file(cara)
    guest = town.somebody_with(**SMALL)
    words = begin_and_stop(guest)
    other = town.somebody_with(**SMALL)
    come_back_and_send(other, words)
    change(other)
    cara.goes_to(f"{DESK}our-gifts/")
    cara.reads("1 person has answered")
    assert "broken" not in town.operator_types("check").lower()
    # A file and a page were sent back with what is wrong in them.
    assert [one for one in town.trouble() if "422" not in one] == []


def ask_from_a_file(cara: "Walker") -> None:
    """A file with a mistake is refused, line by line; the mended one is read and opened."""
    cara.goes_to(DESK)
    cara.follows("Prepare a questionnaire")
    upload(cara, (*SURVEY, ("mind_reading", "mind", "What do you think?", "", "")))
    cara.reads("nothing was changed")
    cara.reads("mind_reading")
    upload(cara, SURVEY)
    cara.reads("Do you help a neighbour?")
    cara.follows("Say what people are told")
    cara.fills("Who decides what comes of it, and by when?", "The street, in spring")
    day = timezone.localdate() + timedelta(days=30)
    for part, number in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        cara.page.get_by_label(part, exact=True).fill(str(number))
    cara.presses("Save")
    cara.presses("Open it")
    cara.reads("It is open.")


def upload(cara: "Walker", survey: tuple[tuple[str, ...], ...]) -> None:
    """Choose a file, and have it read."""
    file = {"name": "gifts.xlsx", "mimeType": "application/zip", "buffer": workbook(survey)}
    cara.page.get_by_label("The spreadsheet with the questions").set_input_files(file)  # type: ignore[arg-type]
    cara.presses("Read the file")


def begin_and_stop(guest: "Walker") -> str:
    """Found on the front, begun, and left in the middle: three words bring it back."""
    guest.goes_to("/strathmuir/")
    guest.page.get_by_role("link", name="Our gifts").first.click()
    guest.presses("Start")
    guest.presses("Continue")
    guest.reads("This needs an answer before you can go on.")
    guest.chooses("Yes")
    guest.presses("Continue")
    guest.chooses("Shopping")
    guest.presses("Continue")
    guest.page.get_by_role("button", name="Stop for now and come back later").click()
    return guest.page.locator(".al-three-words__words").inner_text()


def come_back_and_send(other: "Walker", words: str) -> None:
    """On another device: two turns of what can be done, checked and sent."""
    other.goes_to("/strathmuir/ask/our-gifts/")
    other.follows("I have three words from last time")
    other.fills("Your three words", words)
    other.presses("Go on")
    for gift in ("Baking", "Listening"):
        other.chooses("Yes")
        other.presses("Continue")
        other.fills("What is it?", gift)
        other.presses("Continue")
    other.chooses("No")
    other.presses("Continue")
    other.fills("Anything else?", "<b>Thank you</b>")
    other.presses("Continue")
    other.reads("Nothing has been sent yet.")
    for said in ("Shopping", "Baking", "Listening", "<b>Thank you</b>"):
        other.reads(said)
    other.presses("Send my answers")
    other.reads("Your answers are in")


def change(other: "Walker") -> None:
    """A change after sending counts at once, and takes with it what is no longer asked."""
    other.page.get_by_role("link", name="Change Do you help a neighbour?").click()
    other.chooses("No")
    other.presses("Continue")
    other.reads("Your answers are in")
    assert "Shopping" not in other.page.content()

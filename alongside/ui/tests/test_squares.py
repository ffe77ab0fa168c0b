"""The map of squares: every name is read out whole, however little of it fits."""

from xml.etree import ElementTree as ET

from alongside.ui.squares import Square, draw_squares


def drawn(*squares: Square) -> ET.Element:
    return ET.fromstring(draw_squares(squares, title="A & B"))


def test_a_square_leads_on_and_one_without_an_address_does_not() -> None:
    leads, stands = drawn(Square("Glen", "/glen/", 1, 1), Square("Moor", "", 1, 2))
    assert (leads.tag, leads.get("href"), leads.get("aria-label")) == ("a", "/glen/", "Glen")
    assert (stands.tag, stands.get("role"), stands.get("aria-label")) == ("g", "img", "Moor")


def test_squares_are_read_row_by_row() -> None:
    found = drawn(Square("Last", "", 2, 1), Square("First", "", 1, 2), Square("Zero", "", 1, 1))
    assert [one.get("aria-label") for one in found] == ["Zero", "First", "Last"]


def test_hostile_names_stay_words() -> None:
    name = '<script>"&'
    (one,) = drawn(Square(name, '/"><b>', 1, 1))
    assert one.get("aria-label") == name
    assert {part.tag for part in one.iter()} == {"a", "title", "rect", "text", "tspan"}


def test_the_longest_word_stays_within_its_square() -> None:
    (one,) = drawn(Square("Llanfairpwllgwyngyllgogerychwyrn Area of Outstanding Length", "", 1, 1))
    assert max(len(line.text or "") for line in one.iter("tspan")) <= 16
    assert len(list(one.iter("tspan"))) <= 3


def test_only_a_broad_map_is_shortened_on_a_phone() -> None:
    assert "al-squares--many" not in drawn(Square("A", "", 1, 3)).get("class", "")
    assert "al-squares--many" in drawn(Square("A", "", 1, 4)).get("class", "")

from collections.abc import Callable
from importlib.resources import files

import pytest

from alongside.foundation.places.vocabulary import default_words, fill
from alongside.star.framework.instrument import (
    InstrumentError,
    load_instrument,
    read_instrument,
)
from alongside.star.framework.instrument.rules import worded_parts
from alongside.star.framework.picture import CO_KEYS

FILE = files("alongside.star.framework") / "instruments" / "explorer-1.toml"
TEXT = FILE.read_text(encoding="utf-8")


def test_the_first_version_holds_everything_an_explorer_asks() -> None:
    instrument = load_instrument()

    assert instrument.key == "explorer-1"
    assert [question.co for question in instrument.questions] == list(CO_KEYS)
    assert [answer.level for answer in instrument.answers] == [0, 1, 2, 3, 4, None, None]
    assert instrument.scale() == ("nowhere", "once or twice", "in pockets", "often", "how we work")
    assert 10 <= len(instrument.ways) <= 14
    assert [group.text("letter") for group in instrument.groups] == ["C", "M", "S", "R"]
    assert instrument.question_for("assess").key == "core_assess"
    assert instrument.group("resident").solid


def test_an_instrument_is_read_once() -> None:
    assert load_instrument("explorer-1") is load_instrument("explorer-1")


def test_every_text_reads_with_the_default_words() -> None:
    words = {**default_words(), "service": "home care"}

    for _where, part in worded_parts(load_instrument()):
        for text in part.texts["en"].values():
            assert "{" not in fill(text, words)


def test_questions_are_short_and_name_the_service() -> None:
    for question in load_instrument().questions:
        asked = question.text("question")
        assert asked.startswith("In {service}, how often do {resident_plural} and {staff_short}")
        assert len(asked.split()) <= 22


def test_only_the_independence_note_names_the_makers_of_the_star() -> None:
    naming = [
        (where, field)
        for where, part in worded_parts(load_instrument())
        for field, text in part.texts["en"].items()
        if "Governance International" in text
    ]

    assert naming == [("the head", "independence")]
    assert TEXT.count("Governance International") == 1


def test_comments_do_not_change_the_fingerprint_and_words_do() -> None:
    first = read_instrument(TEXT).digest

    assert read_instrument("# a remark\n" + TEXT).digest == first
    assert read_instrument(TEXT.replace("It has been tried", "Somebody tried it")).digest != first


def test_a_language_the_instrument_lacks_falls_back_to_english() -> None:
    assert load_instrument().text("label", "gd") == load_instrument().text("label")


@pytest.mark.parametrize("version", ["explorer-9", "../explorer-1", "", "vocabulary-en"])
def test_an_unknown_version_is_refused(version: str) -> None:
    with pytest.raises(InstrumentError, match="no instrument"):
        load_instrument(version)


def replaced(old: str, new: str) -> Callable[[], str]:
    def change() -> str:
        assert old in TEXT
        return TEXT.replace(old, new, 1)

    return change


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (replaced('id = "explorer"', "id = "), "not valid TOML"),
        (replaced('id = "explorer"', 'id = ""'), "id is missing"),
        (replaced("dated = 2026-11-04", 'dated = "soon"'), "dated: a day"),
        (replaced('languages = ["en"]', 'languages = ["gd"]'), "languages"),
        (replaced('languages = ["en"]', 'languages = ["en", "gd"]'), "texts are needed in en, gd"),
        (replaced('languages = ["en"]', 'languages = ["en"]\nextra = 1'), "unknown part: extra"),
        (replaced('scale = "often"\n', ""), "answer 3, en: missing or unknown scale"),
        (replaced('scale = "often"', 'scale = " "'), "scale is empty"),
        (replaced('key = "dk"', 'key = "dunno"'), "answer: the keys must be 0, 1"),
        (replaced('key = "journey"', 'key = "inspecting"'), "way: key used twice: inspecting"),
        (replaced('level = "group"', 'level = "crowd"'), "level is one of"),
        (
            replaced('co = "commission"\n[question', 'co = "design"\n[question'),
            "question: one per Co",
        ),
        (replaced('co = "design"\napproach', 'co = "dream"\napproach'), "unknown Co 'dream'"),
        (replaced('shape = "hexagon"', 'shape = "cloud"'), "no such shape 'cloud'"),
        (replaced('shape = "hexagon"', 'shape = "square"'), "share a shape"),
        (replaced("solid = false", "solid = true"), "residents, and only they"),
        (replaced("solid = false", "solid = 1"), "true or false"),
        (replaced('letter = "M"', 'letter = "S"'), "all different"),
        (replaced('name = "map_name"', 'name = "map_nome"'), "unknown words: map_nome"),
        (
            replaced("{resident_plural_start} and {service_plural} choose", "{folk} choose"),
            "unknown word folk",
        ),
        (replaced("Most do not.", "Most do {not."), "a brace without a word"),
        (replaced("Most do not.", "Not {service}."), "unknown word service"),
        (
            replaced('approach = "co-planning"', 'approach = "co-planning"\nweight = 3'),
            "unknown weight",
        ),
    ],
)
def test_what_is_wrong_with_an_instrument_is_named(change: Callable[[], str], message: str) -> None:
    with pytest.raises(InstrumentError, match=message):
        read_instrument(change())


def test_a_part_that_is_left_out_is_named() -> None:
    start, end = TEXT.index("[[say]]"), TEXT.index("# --- Ways")
    with pytest.raises(InstrumentError, match=r"say: at least one \[\[say\]\]"):
        read_instrument(TEXT[:start] + TEXT[end:])


def test_a_co_without_a_way_of_working_is_refused() -> None:
    with pytest.raises(InstrumentError, match="way: none for design"):
        read_instrument(TEXT.replace('co = "design"\napproach', 'co = "deliver"\napproach'))


def test_a_file_must_carry_its_own_version() -> None:
    with pytest.raises(InstrumentError, match="calls itself explorer-1"):
        read_instrument(TEXT, version="explorer-2")

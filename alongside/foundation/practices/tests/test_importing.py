"""Practice from a sheet; the file of cases that we are given imports as it is."""

from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from alongside.foundation.files.actions import Outcome, import_file
from alongside.foundation.files.sheets import SheetProblem, SheetProblems
from alongside.foundation.history.actor import system_actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.practices.importing import SPEC, import_practices
from alongside.foundation.practices.models import Practice
from tests.people import World

CASES = Path(__file__).parents[5] / "shared" / "data" / "practices.csv"
HEAD = "title,nation,council_area,service_area,co,what_happens,who_takes_part"


def brought_in(world: World, *rows: str, head: str = HEAD) -> Outcome:
    text = "\n".join([head, *rows])
    return import_file(SPEC, world.strathmuir, content=text.encode(), by=world.cara.actor)


def problems(world: World, *rows: str) -> tuple[SheetProblem, ...]:
    with pytest.raises(SheetProblems) as refused:
        brought_in(world, *rows)
    return refused.value.problems


def test_the_given_cases_import_as_they_are_and_again_without_change(world: World) -> None:
    if not CASES.exists():
        pytest.skip(f"{CASES} is not here")
    assert import_practices(CASES, "caldonia") == Outcome(new=14, changed=0, unchanged=0)
    assert import_practices(CASES, "caldonia") == Outcome(new=0, changed=0, unchanged=14)
    kept = Practice.objects.in_place(world.nation)
    inspections = kept.get(title="Citizen-led inspections")
    assert set(inspections.who_takes_part) == {"manager", "staff", "resident"}
    assert kept.get(title="We talked, we did together").rests_on == "programme"
    assert not any(practice.shows_change for practice in kept)


def test_what_the_nation_has_is_known_in_its_partnerships(world: World) -> None:
    told = "Repair café,Scotland,Fife,Environment,deliver,Neighbours mend things,citizens"
    text = f"{HEAD}\n{told}"
    import_file(SPEC, world.nation, content=text.encode(), by=system_actor())
    other = "Repair café,Scotland,Moray,Environment,deliver,Neighbours mend things,citizens"
    shouted = told.replace("Repair café,Scotland,Fife", "REPAIR CAFÉ,Scotland,Fife")
    assert brought_in(world, shouted, other) == Outcome(new=1, changed=0, unchanged=0, known=1)
    assert brought_in(world, shouted, other) == Outcome(new=0, changed=0, unchanged=1, known=1)
    own = Practice.objects.in_place(world.strathmuir)
    assert list(own.values_list("council_area", flat=True)) == ["Moray"]
    assert Practice.objects.for_partnership(world.strathmuir).count() == 2


def test_the_given_cases_make_no_second_entries_in_a_partnership(world: World) -> None:
    if not CASES.exists():
        pytest.skip(f"{CASES} is not here")
    import_practices(CASES, "caldonia")
    for _ in range(2):
        assert import_practices(CASES, "strathmuir") == Outcome(0, 0, 0, known=14)
    assert not Practice.objects.in_place(world.strathmuir).exists()


def test_an_entry_of_its_own_from_before_can_still_be_changed(world: World) -> None:
    told = "A,,,Housing,deliver,before,citizens"
    brought_in(world, told)
    text = f"{HEAD}\n{told}"
    import_file(SPEC, world.nation, content=text.encode(), by=system_actor())
    changed = brought_in(world, told.replace("before", "after"))
    assert changed == Outcome(new=0, changed=1, unchanged=0)


def test_the_preview_and_the_message_say_what_was_known(world: World, client: Client) -> None:
    told = "A,,,Housing,deliver,x,citizens"
    text = f"{HEAD}\n{told}"
    import_file(SPEC, world.nation, content=text.encode(), by=system_actor())
    client.force_login(world.cara.user)
    address = "/strathmuir/workspace/practices/import/"
    file = SimpleUploadedFile("cases.csv", f"{text}\nB,,,Housing,deliver,x,citizens".encode())
    preview = client.post(address, {"file": file}, follow=True)
    html = preview.content.decode()
    assert "Already known (from the nation): not brought in a second time" in html
    address = preview.redirect_chain[-1][0]
    done = client.post(address, {"plan": preview.context["plan"].fingerprint}, follow=True)
    assert "1 is new" in done.content.decode()
    assert "1 was known already" in done.content.decode()


def test_an_unknown_place_is_told(world: World) -> None:
    with pytest.raises(Refusal):
        import_practices(CASES, "nowhere")


def test_toolkit_words_and_our_keys_lead_to_the_same_groups(world: World) -> None:
    brought_in(
        world,
        "A,,,Housing,deliver,x,Citizens;front-line staff;managers;elected members",
        "B,,,Housing,co-deliver,x,resident; staff; manager; elected",
    )
    told = Practice.objects.in_place(world.strathmuir).values_list("co", "who_takes_part")
    assert set(map(str, told)) == {"('deliver', ['elected', 'manager', 'staff', 'resident'])"}


def test_every_problem_is_named_by_row_and_column_at_once(world: World) -> None:
    found = problems(
        world,
        "A,Scotland,Fyfe,Housing,deliver,x,citizens",
        "B,Scotland,Atlantis,Housing,co-think,x,robots",
        ",,,Housing,deliver,,citizens",
        "A,Scotland,Fife,Housing,deliver,x,citizens",
        "a,Scotland,fife,Housing,deliver,x,citizens",
        "C,,Fife,Housing,deliver,x,citizens",
    )
    assert [(p.row, p.column) for p in found] == [
        (2, "council_area"),
        (3, "co"),
        (3, "who_takes_part"),
        (4, "title"),
        (4, "what_happens"),
        (6, "title"),
        (7, "nation"),
    ]
    assert "Fife" in str(found[0].words)
    assert not Practice.objects.in_place(world.strathmuir).exists()


def test_areas_of_other_nations_are_kept_as_written(world: World) -> None:
    assert brought_in(world, "A,Wales,Swansea,Housing,deliver,x,").new == 1


def test_a_changed_row_changes_its_entry_and_keeps_its_address(world: World) -> None:
    brought_in(world, "A,,,Housing,deliver,x,citizens")
    before = Practice.objects.in_place(world.strathmuir).get()
    assert brought_in(world, "A,,,Housing,design,y,citizens").changed == 1
    after = Practice.objects.in_place(world.strathmuir).get()
    assert (after.pk, after.slug, after.co, after.what_happens) == (
        before.pk, before.slug, "design", "y",
    )  # fmt: skip


def test_an_empty_cell_empties_a_note_but_never_a_source(world: World) -> None:
    head = f"{HEAD},note,source"
    brought_in(world, "A,,,Housing,deliver,x,,a note,a source", head=head)
    brought_in(world, "A,,,Housing,deliver,x,,,", head=head)
    kept = Practice.objects.in_place(world.strathmuir).get()
    assert (kept.note, kept.source) == ("", "a source")


def test_only_a_file_that_says_so_makes_evidence_of_change(world: World) -> None:
    brought_in(world, "A,,,Housing,programme,x,,", "B,,,Housing,assess,x,,change",
               "C,,,Housing,assess,x,,quotation", head=f"{HEAD},rests_on")  # fmt: skip
    kept = Practice.objects.in_place(world.strathmuir)
    assert dict(kept.values_list("title", "rests_on")) == {
        "A": "programme", "B": "change", "C": "quotation",
    }  # fmt: skip


def test_equal_titles_in_two_areas_get_addresses_of_their_own(world: World) -> None:
    brought_in(
        world,
        "Repair café,Scotland,Fife,Housing,deliver,x,",
        "Repair café,Scotland,Moray,Housing,deliver,x,",
        "字,,,Housing,deliver,x,",
        "Import,,,Housing,deliver,x,",
    )
    slugs = Practice.objects.in_place(world.strathmuir).values_list("slug", flat=True)
    assert sorted(slugs) == ["import-2", "practice", "repair-cafe-fife", "repair-cafe-moray"]


def test_two_thousand_rows_are_kept_in_a_few_queries(
    world: World, django_assert_max_num_queries: object
) -> None:
    rows = [f"Case {n},,,Housing,deliver,x,citizens" for n in range(2_000)]
    with django_assert_max_num_queries(60):  # type: ignore[operator]
        assert brought_in(world, *rows).new == 2_000
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        assert brought_in(world, *rows).unchanged == 2_000

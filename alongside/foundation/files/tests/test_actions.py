"""An import is staged, looked at, confirmed: all or nothing, once, and safe to repeat."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from alongside.foundation.files import actions
from alongside.foundation.files.actions import (
    Outcome,
    PlanChanged,
    confirm_import,
    forget_expired_imports,
    import_file,
    stage_import,
    staged_plan,
)
from alongside.foundation.files.models import StagedImport
from alongside.foundation.files.services import SPEC
from alongside.foundation.files.sheets import SheetProblems
from alongside.foundation.history.models import Event
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.places.actions import add_service
from alongside.foundation.places.models import Organisation, Service
from tests.people import World

TWO = b"name,organisation,sector\nLibraries,Strathmuir Council,council\nSchools,,\n"


def staged_by_cara(world: World, content: bytes = TWO) -> StagedImport:
    return stage_import(
        SPEC, world.strathmuir, content=content, file_name="s.csv", by=world.cara.actor
    )


def confirmed(world: World, staged: StagedImport) -> Outcome | None:
    plan = staged_plan(SPEC, staged)
    return confirm_import(SPEC, staged, fingerprint=plan.fingerprint, by=world.cara.actor)


def services(world: World) -> set[str]:
    return set(Service.objects.in_place(world.strathmuir).values_list("name", flat=True))


def test_staging_changes_nothing_and_confirming_brings_all_in(world: World) -> None:
    before = services(world)
    staged = staged_by_cara(world)
    assert services(world) == before
    assert confirmed(world, staged) == Outcome(new=2, changed=0, unchanged=0)
    assert services(world) == before | {"Libraries", "Schools"}
    assert Service.objects.in_place(world.strathmuir).get(name="Libraries").organisation is not None


def test_a_second_import_of_the_same_file_changes_nothing(world: World) -> None:
    confirmed(world, staged_by_cara(world))
    events = Event.objects.exclude(verb="stage_import").count()
    assert confirmed(world, staged_by_cara(world)) == Outcome(new=0, changed=0, unchanged=2)
    assert Event.objects.exclude(verb="stage_import").count() == events


def test_a_second_click_counts_once_and_the_rows_are_gone(world: World) -> None:
    staged = staged_by_cara(world)
    fingerprint = staged_plan(SPEC, staged).fingerprint
    confirm_import(SPEC, staged, fingerprint=fingerprint, by=world.cara.actor)
    again = confirm_import(SPEC, staged, fingerprint=fingerprint, by=world.cara.actor)
    assert again is None
    assert StagedImport.objects.in_place(world.strathmuir).get().rows == []


def test_what_changed_since_the_preview_is_looked_at_again(world: World) -> None:
    staged = staged_by_cara(world)
    fingerprint = staged_plan(SPEC, staged).fingerprint
    add_service(world.strathmuir, name="Schools", by=world.cara.actor)
    before = services(world)
    with pytest.raises(PlanChanged):
        confirm_import(SPEC, staged, fingerprint=fingerprint, by=world.cara.actor)
    assert services(world) == before


def test_one_problem_keeps_everything_out(world: World) -> None:
    before = services(world)
    staged = staged_by_cara(world, TWO + b",,\nMuseums,New Trust,\n")
    with pytest.raises(SheetProblems) as refused:
        confirmed(world, staged)
    assert [(p.row, p.column) for p in refused.value.problems] == [(5, "sector")]
    assert services(world) == before


def test_nothing_is_half_saved_when_a_row_fails_in_the_middle(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = services(world)
    staged = staged_by_cara(world)
    monkeypatch.setattr(actions, "record_event", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        confirmed(world, staged)
    assert services(world) == before
    assert not Organisation.objects.in_place(world.strathmuir).exists()
    assert StagedImport.objects.in_place(world.strathmuir).get().confirmed_at is None


@pytest.mark.parametrize("name", ["ann", "bo", "dev", "rona", "eve", "fay"])
def test_others_can_neither_stage_nor_confirm_nor_import(world: World, name: str) -> None:
    by = getattr(world, name).actor
    staged = staged_by_cara(world)
    attempts: list[Any] = [
        lambda: stage_import(SPEC, world.strathmuir, content=TWO, file_name="", by=by),
        lambda: confirm_import(SPEC, staged, fingerprint="", by=by),
        lambda: import_file(SPEC, world.strathmuir, content=TWO, by=by),
    ]
    for attempt in attempts:
        with pytest.raises(Refusal):
            attempt()


def test_an_upload_belongs_to_the_person_who_made_it(world: World) -> None:
    staged = staged_by_cara(world)
    assert list(StagedImport.objects.visible_to(world.cara.actor)) == [staged]
    for name in ("rona", "eve", "fay"):
        assert not StagedImport.objects.visible_to(getattr(world, name).actor).exists()


def test_uploads_are_forgotten_after_a_day_and_not_before(world: World) -> None:
    staged_by_cara(world)
    late = staged_by_cara(world)
    mine = StagedImport.objects.in_place(world.strathmuir)
    mine.filter(pk=late.pk).update(expires_at=timezone.now() - timedelta(minutes=1))
    assert forget_expired_imports() == 1
    assert mine.count() == 1


def test_a_missing_column_is_named_with_what_was_found(world: World) -> None:
    with pytest.raises(SheetProblems) as refused:
        staged_by_cara(world, b"nome,organisation\nx,y\n")
    (problem,) = refused.value.problems
    assert "“name”" in str(problem.words)
    assert "nome, organisation" in str(problem.words)


def test_columns_that_are_not_read_are_said_so(world: World) -> None:
    staged = staged_by_cara(world, b"Name,phone\nSchools,1\n")
    assert staged.notices == ["These columns are not read: phone."]

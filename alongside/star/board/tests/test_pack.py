"""The board pack: put together by a job, frozen, the same as a page and as a PDF."""

import pytest
from django.test import Client

from alongside.foundation.history.refusal import Refusal
from alongside.foundation.initiatives.models import Stage
from alongside.foundation.jobs.testing import run_waiting_jobs
from alongside.star.board.actions import ask_for_pack
from alongside.star.board.models import Pack
from alongside.star.board.queries.pack import paper_of
from alongside.star.focus_it.actions.deciding import decide_item
from alongside.star.focus_it.models import Matrix
from alongside.star.focus_it.queries.matrices import items_of
from tests.people import World

PACKS = "/strathmuir/workspace/packs/"


def test_an_empty_partnership_gets_a_pack_that_says_so(world: World) -> None:
    texts = str(paper_of(world.strathmuir)["parts"])
    assert "No Star has been drawn yet." in texts
    assert "Nothing has been rated yet." in texts
    assert "Nothing has been decided yet." in texts


def test_a_job_makes_the_pack_and_leads_to_it(
    world: World, decided: Matrix, client: Client
) -> None:
    client.force_login(world.cara.user)
    job = client.post(f"{PACKS}make/").headers["Location"]
    again = client.post(f"{PACKS}make/").headers["Location"]
    assert job == again
    run_waiting_jobs()
    pack = Pack.objects.in_place(world.strathmuir).get()
    page = client.get(f"{PACKS}{pack.public_id}/").text
    for words in ("Shopping volunteers", "Quick to begin", "Two would wait", "The board"):
        assert words in page
    pdf = client.get(f"{PACKS}{pack.public_id}/pack.pdf")
    assert pdf.content.startswith(b"%PDF-")
    assert pdf.headers["Content-Disposition"].startswith("attachment")
    assert str(pack.public_id) in client.get(job).text


def test_a_pack_stays_as_it_was_made(world: World, decided: Matrix) -> None:
    ask_for_pack(world.strathmuir, by=world.cara.actor)
    run_waiting_jobs()
    item = items_of(decided)[1]
    item.matrix, item.place, item.initiative.place = decided, decided.place, decided.place
    decide_item(item, verdict=Stage.BACK_BURNER, reason="Later perhaps", by=world.cara.actor)
    pack = Pack.objects.in_place(world.strathmuir).get()
    assert "Later perhaps" not in str(pack.paper)


def test_only_who_may_change_activities_has_packs_made(world: World) -> None:
    for name in ("ann", "bo", "dev", "eve", "fay"):
        with pytest.raises(Refusal, match="not_allowed"):
            ask_for_pack(world.strathmuir, by=getattr(world, name).actor)


def test_a_pack_of_another_place_is_not_there(
    world: World, decided: Matrix, client: Client
) -> None:
    ask_for_pack(world.strathmuir, by=world.cara.actor)
    run_waiting_jobs()
    pack = Pack.objects.in_place(world.strathmuir).get()
    client.force_login(world.eve.user)
    assert client.get(f"/glenbeg/workspace/packs/{pack.public_id}/").status_code == 404
    assert client.get(f"{PACKS}{pack.public_id}/pack.pdf").status_code == 404

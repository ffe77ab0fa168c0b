"""The pages of an import, as a person walks through them, with scripts switched off."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from alongside.foundation.files.models import StagedImport
from alongside.foundation.files.sheets import read_sheet
from alongside.foundation.files.tests.workbooks import made_by_openpyxl, saved
from alongside.foundation.places.actions import add_service
from alongside.foundation.places.models import Service
from tests.people import World

UPLOAD = "/strathmuir/workspace/services/import/"
GOOD = b"name,starter_key\nLibraries,libraries-and-culture\nHome care,home-care\n"


def uploaded(client: Client, content: bytes, name: str = "s.csv") -> Any:
    return client.post(UPLOAD, {"file": SimpleUploadedFile(name, content)})


def plan_on(page: Any) -> str:
    return page.context["plan"].fingerprint


@pytest.fixture
def cara(world: World, client: Client) -> Client:
    client.force_login(world.cara.user)
    return client


def test_upload_look_confirm_and_see_what_happened(world: World, cara: Client) -> None:
    page = cara.get(uploaded(cara, GOOD).url)
    counts = {"new": 1, "changed": 0, "unchanged": 1, "known": 0, "problems": 0}
    assert page.context["counts"] == counts
    assert "Libraries" in page.text
    assert not Service.objects.in_place(world.strathmuir).filter(name="Libraries").exists()
    address = page.wsgi_request.path
    done = cara.post(address, {"plan": plan_on(page)}, follow=True)
    assert "1 is new, 0 changed, 1 stayed as it was." in done.text
    assert Service.objects.in_place(world.strathmuir).filter(name="Libraries").exists()
    again = cara.post(address, {"plan": plan_on(page)})
    assert again.status_code == 303
    assert Service.objects.in_place(world.strathmuir).filter(name="Libraries").count() == 1


def test_a_file_that_cannot_be_read_is_answered_with_all_its_problems(cara: Client) -> None:
    workbook = made_by_openpyxl([["name", "starter_key"], ["=1+1", ""], ["x", ""]])
    workbook.active.merge_cells("A3:B3")
    answer = uploaded(cara, saved(workbook), "s.xlsx")
    assert answer.status_code == 422
    assert "This cell holds a formula" in answer.text
    assert "A3:B3" in answer.text


def test_problems_are_shown_and_can_be_taken_away_and_nothing_can_be_confirmed(
    world: World, cara: Client
) -> None:
    page = cara.get(uploaded(cara, b"name,starter_key\n=cmd,robots\n,\nA,\n").url)
    assert "“robots” isn&#x27;t known here" in page.text
    assert 'name="plan"' not in page.text
    assert page.context["counts"]["new"] == 1
    address = page.wsgi_request.path
    refused = cara.post(address, {"plan": plan_on(page)})
    assert refused.status_code == 409
    assert not Service.objects.in_place(world.strathmuir).filter(name="A").exists()
    file = cara.get(f"{address}problems.csv")
    assert file.headers["Content-Disposition"].startswith("attachment")
    assert [row.cells[0] for row in read_sheet(file.content).rows] == ["2"]


def test_what_changed_in_between_is_looked_at_again(world: World, cara: Client) -> None:
    page = cara.get(uploaded(cara, GOOD).url)
    add_service(world.strathmuir, name="Libraries", by=world.cara.actor)
    answer = cara.post(page.wsgi_request.path, {"plan": plan_on(page)})
    assert answer.status_code == 409
    assert "Something changed since you looked" in answer.text
    assert answer.context["counts"]["changed"] == 1


@pytest.mark.parametrize("files", [{}, {"file": SimpleUploadedFile("empty.csv", b"")}])
def test_no_file_and_an_empty_one_are_told(cara: Client, files: dict[str, Any]) -> None:
    answer = cara.post(UPLOAD, files)
    assert answer.status_code == 422
    assert "govuk-error-summary" in answer.text


def test_the_template_is_a_file_that_can_be_brought_in(cara: Client) -> None:
    content = cara.get(f"{UPLOAD}?template=csv").content
    page = cara.get(uploaded(cara, content).url)
    assert page.context["counts"]["problems"] == 0


def test_hostile_cells_are_shown_as_text(cara: Client) -> None:
    page = cara.get(uploaded(cara, b"name\n<script>alert(1)</script>\n", "<b>.csv").url)
    assert "<script>alert(1)" not in page.text
    assert "&lt;script&gt;alert(1)" in page.text
    assert "<b>.csv" not in page.text


@pytest.mark.parametrize("rows", [1, 3, 50, 2000])
def test_the_preview_costs_few_queries_whatever_the_file(
    cara: Client, rows: int, django_assert_max_num_queries: Any
) -> None:
    content = b"name\n" + b"".join(b"Service %d\n" % n for n in range(rows))
    address = uploaded(cara, content).url
    with django_assert_max_num_queries(12):
        assert cara.get(address).context["counts"]["new"] == rows


@pytest.mark.parametrize("start", [UPLOAD, "/strathmuir/workspace/practices/import/"])
def test_only_the_lead_may_open_these_pages(world: World, client: Client, start: str) -> None:
    client.force_login(world.cara.user)
    head = (
        b"name\nx\n" if start == UPLOAD else b"title,service_area,co,what_happens\na,b,design,c\n"
    )
    staged = client.post(start, {"file": SimpleUploadedFile("s.csv", head)}).url
    addresses = [start, staged, f"{staged}problems.csv"]
    assert [client.get(a).status_code for a in addresses] == [200, 200, 200]
    client.logout()
    for address in addresses:
        for method in (client.get, client.post):
            assert method(address).status_code in (302, 405)
    for name in ("ann", "bo", "dev", "rona"):
        client.force_login(getattr(world, name).user)
        assert [client.get(a).status_code for a in addresses] == [403, 403, 403]
    for name in ("eve", "fay"):
        client.force_login(getattr(world, name).user)
        assert [client.get(a).status_code for a in addresses] == [404, 404, 404]
        assert client.post(staged, {"plan": ""}).status_code == 404


def test_another_leads_upload_is_not_found(world: World, client: Client) -> None:
    from tests.people import make_somebody

    client.force_login(world.cara.user)
    staged = uploaded(client, GOOD).url
    other = make_somebody(world.strathmuir, "Lea", role="lead", group="manager")
    client.force_login(other.user)
    assert client.get(staged).status_code == 404
    own = StagedImport.objects.in_place(world.strathmuir).get()
    wrong_kind = f"/strathmuir/workspace/practices/import/{own.public_id}/"
    client.force_login(world.cara.user)
    assert client.get(wrong_kind).status_code == 404

"""Pages of results: what they say, to whom, and at what cost."""

import io
import json

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse

from alongside.foundation.members.actions import start_visit
from alongside.star.map_it.actions.draw import draw_star
from alongside.star.map_it.actions.rounds import close_round
from alongside.star.map_it.models import Round
from alongside.star.map_it.tests.answered_round import answer, opened_round
from alongside.star.map_it.tests.test_draw import drawn_round
from tests.people import World, make_somebody

PAGES = ("results", "sharing", "words", "star_svg", "star_png", "star_pdf",
         "results_xlsx", "results_csv", "results_json")  # fmt: skip


def address(name: str, round_: Round, *more: str) -> str:
    return reverse(f"map_it:{name}", args=[round_.place.slug, round_.slug, *more])


def text_of(client: Client, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return response.content.decode()


def test_few_answers_are_told_as_few_and_not_as_none(world: World, client: Client) -> None:
    round_ = opened_round(world)
    answer(round_, "resident", ["2", "3", "1"], services=[world.parks])
    round_ = close_round(round_, by=world.cara.actor)
    draw_star(round_, by=world.cara.actor)
    client.force_login(world.cara.user)
    page = text_of(client, address("results", round_))
    assert "too few answers to show" in page
    assert "nobody has answered yet" not in page
    assert "Staff view only" not in page


def test_the_results_say_what_was_found(world: World, client: Client) -> None:
    round_, _ = drawn_round(world)
    client.force_login(world.ann.user)
    page = text_of(client, address("results", round_))
    assert "28 people heard" in page
    assert "5 of 5 councillors answered." in page
    assert "No case yet: ask the network, or be the first" in page
    assert 'role="img"' in page


@pytest.mark.parametrize("name", PAGES)
def test_another_partnership_finds_nothing(world: World, client: Client, name: str) -> None:
    round_, _ = drawn_round(world)
    client.force_login(world.eve.user)
    assert client.get(address(name, round_)).status_code == 404


@pytest.mark.parametrize("name", PAGES)
def test_without_results_there_is_nothing_to_read(world: World, client: Client, name: str) -> None:
    round_ = opened_round(world)
    client.force_login(world.cara.user)
    expected = 200 if name in {"results", "sharing", "words"} else 404
    assert client.get(address(name, round_)).status_code == expected


def test_results_cost_at_most_twelve_queries(
    world: World, client: Client, django_assert_max_num_queries
) -> None:
    round_, _ = drawn_round(world)
    client.force_login(world.cara.user)
    with django_assert_max_num_queries(12):
        client.get(address("results", round_))


@pytest.mark.parametrize("co", ["commission", "design", "deliver", "assess"])
def test_each_number_says_how_it_came_about(world: World, client: Client, co: str) -> None:
    round_, release = drawn_round(world)
    client.force_login(world.dev.user)
    page = text_of(client, address("how", round_, co))
    assert release.digest in page
    # Whoever knows all but one answer could try the last one on the hash of them all.
    assert release.inputs_hash not in page


def test_an_unknown_co_has_no_page(world: World, client: Client) -> None:
    round_, _ = drawn_round(world)
    client.force_login(world.dev.user)
    assert client.get(address("how", round_, "programme")).status_code == 404


def test_a_viewer_reads_and_cannot_add(world: World, client: Client) -> None:
    round_, _ = drawn_round(world)
    vera = make_somebody(world.strathmuir, "Vera", role="viewer")
    client.force_login(vera.user)
    assert "Add to priorities" not in text_of(client, address("results", round_))
    response = client.post(address("add_candidate", round_), {"origin": "parks-and-play:ratings"})
    assert response.status_code == 403


def test_a_gap_put_on_the_list_leads_to_its_page(world: World, client: Client) -> None:
    round_, _ = drawn_round(world)
    client.force_login(world.cara.user)
    client.post(address("add_candidate", round_), {"origin": "parks-and-play:ratings"})
    assert "On the list" in text_of(client, address("results", round_) + "?all")


def test_the_workbook_holds_the_star_and_where_it_comes_from(world: World, client: Client) -> None:
    round_, release = drawn_round(world)
    client.force_login(world.cara.user)
    content = client.get(address("results_xlsx", round_)).content
    workbook = openpyxl.load_workbook(io.BytesIO(content))
    about = {row[0].value: row[1].value for row in workbook["About"].iter_rows(min_row=2)}
    assert release.digest[:16] in about["Source"]
    assert workbook.sheetnames[0] == "Co-production star"


def test_shares_are_numbers_that_spreadsheet_programs_show_in_percent(
    world: World, client: Client
) -> None:
    round_, release = drawn_round(world)
    client.force_login(world.cara.user)
    content = client.get(address("results_xlsx", round_)).content
    star = openpyxl.load_workbook(io.BytesIO(content))["Co-production star"]
    cells = [cell for cell in star[2] if isinstance(cell.value, float | int)]
    assert [cell.value for cell in cells[:4]] == release.bundle["points"][0]["rings"]
    assert {cell.number_format for cell in cells} == {"0%"}
    document = json.loads(client.get(address("results_json", round_)).content)
    first = document["tables"]["Co-production star"][0]
    assert [v for v in first.values() if isinstance(v, float | int)][:4] == [
        *release.bundle["points"][0]["rings"]
    ]


def test_who_takes_part_with_whom_can_be_taken_away(world: World, client: Client) -> None:
    round_, _ = drawn_round(world)
    client.force_login(world.cara.user)
    tables = json.loads(client.get(address("results_json", round_)).content)["tables"]
    sets = [row["Who takes part"] for row in tables["Exactly who takes part"]]
    assert sets == ["Councillors, front-line staff, residents", "Front-line staff, residents"]
    assert tables["Who takes part with whom"][-1]["Check together"] == 2
    page = text_of(client, address("results", round_))
    assert "Exactly who takes part" in page


def test_the_json_names_its_source(world: World, client: Client) -> None:
    round_, release = drawn_round(world)
    client.force_login(world.cara.user)
    document = json.loads(client.get(address("results_json", round_)).content)
    assert release.digest[:16] in document["about"]["source"]


@pytest.mark.parametrize(
    ("name", "start"), [("star_png", b"\x89PNG"), ("star_pdf", b"%PDF"), ("star_svg", b"<svg")]
)
def test_the_star_comes_as_a_file(world: World, client: Client, name: str, start: bytes) -> None:
    round_, _ = drawn_round(world)
    client.force_login(world.cara.user)
    assert client.get(address(name, round_)).content.startswith(start)


def test_a_shared_star_is_public_and_a_private_one_is_not(world: World, client: Client) -> None:
    round_, _ = drawn_round(world)
    public = reverse("star:page", args=["strathmuir"])
    assert client.get(public).status_code == 404
    Round.objects.in_place(world.strathmuir).filter(pk=round_.pk).update(sharing="national")
    assert client.get(public).status_code == 404
    Round.objects.in_place(world.strathmuir).filter(pk=round_.pk).update(sharing="public")
    assert "28 people heard" in text_of(client, public)
    assert client.get(reverse("star:svg", args=["strathmuir"])).status_code == 200
    assert client.get(reverse("star:pdf", args=["strathmuir"])).content.startswith(b"%PDF")


def recorded(world: World, *, mode: str) -> Round:
    round_ = opened_round(world)
    Round.objects.in_place(world.strathmuir).filter(pk=round_.pk).update(mode=mode)
    answer(round_, "elected", ["2"], services=[world.parks])
    return close_round(Round.objects.in_place(world.strathmuir).get(), by=world.cara.actor)


def test_a_confidential_map_never_shows_single_answers(world: World, client: Client) -> None:
    round_ = recorded(world, mode="confidential")
    for somebody in (world.cara, world.rona, world.dev):
        client.force_login(somebody.user)
        assert client.get(address("record", round_)).status_code == 404


def test_a_map_on_the_record_shows_them_by_name(world: World, client: Client) -> None:
    round_ = recorded(world, mode="record")
    client.force_login(world.dev.user)
    assert "In pockets" in text_of(client, address("record", round_))


def test_a_visitor_of_the_national_team_reads_no_answer_on_the_record(
    world: World, client: Client
) -> None:
    round_ = recorded(world, mode="record")
    alec = make_somebody(world.nation, "Alec", role="national_associate")
    start_visit(world.strathmuir, reason="To learn how they asked", by=alec.actor)
    client.force_login(alec.user)
    assert client.get(address("results", round_)).status_code == 200
    assert client.get(address("record", round_)).status_code == 404

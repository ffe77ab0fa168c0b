"""The pages of a room: a table, dots, a tablet passed round, filling in for somebody."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from alongside.foundation.responses.models import Response
from alongside.star.map_it.models import AgreedPosition, CoAnswer, Round
from alongside.star.map_it.tests.answering import make_round
from tests.people import World

PAGES = ("room", "table", "dots", "dot-sheet", "assist", "tablet-start", "paper")


@pytest.fixture
def round_(world: World) -> Round:
    return make_round(world.strathmuir, world.home_care, world.parks)


@pytest.fixture
def cara(client: Client, world: World) -> Client:
    client.force_login(world.cara.user)
    return client


def url(name: str, round_: Round, **at: str) -> str:
    return reverse(f"answer:{name}", kwargs={"place": round_.place.slug, "slug": round_.slug, **at})


def table(**changes: str) -> dict[str, str]:
    return {
        "submission_key": str(uuid.uuid4()),
        "table": "Table 3",
        "service": "",
        "heads_elected": "3",
        "code_design": "2",
        "dissent_design": "One sees it more often.",
        **changes,
    }


def sheet(**changes: str) -> dict[str, str]:
    return {
        "submission_key": str(uuid.uuid4()),
        "sheet": "Millbrae hall",
        "service": "parks-and-play",
        "group": "resident",
        "design_0": "2",
        "design_3": "1",
        **changes,
    }


@pytest.mark.parametrize("name", PAGES)
def test_rooms_are_for_those_who_hold_them(client: Client, world: World, round_: Round, name: str):
    address = url(name, round_)
    assert client.get(address).url.startswith(reverse("account_login"))
    for somebody, status in (
        (world.bo, 403),
        (world.rona, 403),
        (world.eve, 404),
        (world.fay, 404),
    ):
        client.force_login(somebody.user)
        assert client.get(address).status_code == status
        assert client.post(address).status_code in (status, 405)
    client.force_login(world.cara.user)
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("name", PAGES)
def test_pages_of_a_room_take_few_queries(
    cara: Client, round_: Round, django_assert_max_num_queries, name: str
):
    cara.post(url("table", round_), table())
    cara.post(url("dots", round_), sheet())
    with django_assert_max_num_queries(12):
        assert cara.get(url(name, round_)).status_code == 200


def test_what_a_table_agreed_on_is_shown_with_its_dissent(cara: Client, round_: Round):
    page = cara.post(url("table", round_), table(), follow=True).content.decode()
    assert "Table 3" in page
    assert "Councillors 3" in page
    assert "One sees it more often." in page


def test_a_table_says_how_many_sat_there_and_what_they_agreed_on(cara: Client, round_: Round):
    page = cara.post(url("table", round_), table(heads_elected="", code_design="9"))
    assert "<title>Error:" in page.content.decode()
    assert not AgreedPosition.objects.in_place(round_.place).exists()


def test_one_person_is_not_a_table(cara: Client, round_: Round):
    """What one person says in a confidential map must not stand beside it under a name."""
    page = cara.post(url("table", round_), table(heads_elected="1"))
    assert "One person is not a table" in page.content.decode()
    assert not AgreedPosition.objects.in_place(round_.place).exists()


def test_a_table_that_agreed_before_is_asked_about_and_nothing_is_lost(cara: Client, round_: Round):
    cara.post(url("table", round_), table())
    again = table(code_design="4", dissent_design="Nobody now.")
    page = cara.post(url("table", round_), again)
    assert page.status_code == 409
    assert "Nobody now." in page.content.decode()
    cara.post(url("table", round_), {**again, "replaces": "on"})
    assert AgreedPosition.objects.in_place(round_.place).get().code == "4"


def test_dots_become_answers_once(cara: Client, round_: Round):
    keyed = sheet()
    for _ in range(2):
        assert cara.post(url("dots", round_), keyed).status_code == 302
    assert Response.objects.in_place(round_.place).counted().count() == 3


def test_a_sheet_keyed_before_is_asked_about(cara: Client, round_: Round):
    cara.post(url("dots", round_), sheet())
    page = cara.post(url("dots", round_), sheet())
    assert page.status_code == 409
    assert "Is this another one?" in page.content.decode()
    assert cara.post(url("dots", round_), sheet(adds="on")).status_code == 302


@pytest.mark.parametrize(
    "wrong",
    [
        {"design_0": "-1"},
        {"design_0": "501"},
        {"design_0": "many"},
        {"service": "canary-service-of-glenbeg"},
        {"group": "invented"},
        {"design_0": "", "design_3": ""},
        {"submission_key": "not-a-key"},
    ],
)
def test_wrong_dots_are_told_and_not_kept(cara: Client, round_: Round, wrong: dict[str, str]):
    page = cara.post(url("dots", round_), sheet(**wrong))
    assert page.status_code == 200
    assert not Response.objects.in_place(round_.place).exists()


def start_tablet(client: Client, round_: Round, group: str = "elected") -> None:
    reply = client.post(url("tablet-start", round_), {"group": group})
    assert reply.url == url("tablet", round_)


def test_a_tablet_knows_nothing_of_the_facilitator(cara: Client, round_: Round):
    start_tablet(cara, round_)
    assert "This tablet is for councillors." in cara.get(url("tablet", round_)).content.decode()
    assert cara.get(url("room", round_)).url.startswith(reverse("account_login"))


def answer_on_tablet(client: Client, round_: Round, code: str) -> None:
    client.post(url("tablet-begin", round_))
    client.post(url("services", round_), {"services": ["home-care"]})
    cos = ("commission", "design", "deliver", "assess")
    client.post(url("four", round_, service="home-care"), {f"{co}-code": code for co in cos})
    page = client.get(url("check", round_))
    form = {
        "page": page.context["page_token"],
        "seen": page.context["seen"],
        "submission_key": str(page.context["sheet"].response.submission_key),
    }
    client.post(url("check", round_), form)


def test_each_person_at_a_tablet_is_counted_and_then_cleared(cara: Client, round_: Round):
    start_tablet(cara, round_)
    for code in ("0", "4"):
        answer_on_tablet(cara, round_, code)
        receipt = cara.get(url("receipt", round_)).content.decode()
        assert "Clear this, for the next person" in receipt
        old_cookie = cara.cookies["seat"].value
        cara.post(url("tablet-next", round_))
        assert cara.get(url("receipt", round_)).url == url("begin", round_)
        cara.cookies["seat"] = old_cookie
        assert cara.get(url("receipt", round_)).url == url("begin", round_)
    kept = Response.objects.in_place(round_.place).counted()
    assert set(kept.values_list("group", "channel")) == {("elected", "room")}
    assert kept.count() == 2


def test_a_page_left_open_on_a_tablet_writes_nothing_for_the_next_person(cara, round_: Round):
    start_tablet(cara, round_)
    cara.post(url("tablet-begin", round_))
    old_page = cara.get(url("services", round_)).context["page_token"]
    cara.post(url("tablet-next", round_))
    cara.post(url("tablet-begin", round_))
    address = url("four", round_, service="home-care")
    cara.post(address, {"page": old_page, "design-code": "3"})
    first = Response.objects.in_place(round_.place).order_by("pk").first()
    assert not CoAnswer.objects.in_place(round_.place).filter(response=first).exists()


def test_only_a_tablet_gives_seats(client: Client, round_: Round):
    for name in ("tablet-begin", "tablet-next", "tablet-end"):
        assert client.post(url(name, round_)).url == url("begin", round_)
    client.cookies["tablet"] = "forged"
    assert client.post(url("tablet-begin", round_)).url == url("begin", round_)
    assert not Response.objects.in_place(round_.place).exists()


def test_a_tablet_of_one_round_gives_no_seat_in_another(cara, world: World, round_: Round):
    other = make_round(world.strathmuir, world.parks, slug="other")
    start_tablet(cara, round_)
    assert cara.post(url("tablet-begin", other)).url == url("begin", other)


def test_a_finished_tablet_is_an_ordinary_device(cara: Client, round_: Round):
    start_tablet(cara, round_)
    cara.post(url("tablet-end", round_))
    assert cara.get(url("tablet", round_)).url == url("begin", round_)


def assist(client: Client, round_: Round, **changes: str):
    given = {
        "group": "resident",
        "channel": "phone",
        "standing": "carer",
        "agreed": "on",
        **changes,
    }
    return client.post(url("assist", round_), given, follow=True)


def test_a_facilitator_fills_in_for_somebody_question_by_question(cara: Client, round_: Round):
    page = assist(cara, round_)
    assert "You are filling this in for somebody else" in page.content.decode()
    cara.post(url("services", round_), {"services": ["home-care"]})
    cara.post(url("question", round_, service="home-care", co="design"), {"code": "1"})
    page = cara.get(url("check", round_))
    form = {
        "page": page.context["page_token"],
        "seen": page.context["seen"],
        "submission_key": str(page.context["sheet"].response.submission_key),
    }
    page = cara.post(url("check", round_), form, follow=True)
    assert len(page.context["words_to_keep"].split()) == 3
    kept = Response.objects.in_place(round_.place).counted().select_related("participant").get()
    assert (kept.channel, kept.on_behalf_of) == ("phone", "carer")
    assert kept.participant.person is None


def test_after_helping_the_facilitator_is_themselves_again(cara: Client, round_: Round):
    assist(cara, round_)
    cara.post(url("assist-end", round_))
    page = cara.get(url("begin", round_)).content.decode()
    assert "You are filling this in for somebody else" not in page
    assert cara.get(url("next", round_)).url == url("begin", round_)


def test_nobody_is_helped_without_being_told_who_sees_it(cara: Client, round_: Round):
    page = assist(cara, round_, agreed="")
    assert "Tell them first who will see the answers." in page.content.decode()
    assert not Response.objects.in_place(round_.place).exists()


def test_the_sheet_for_dots_has_a_row_for_each_question(cara: Client, round_: Round):
    page = cara.get(url("dot-sheet", round_) + "?service=parks-and-play").content.decode()
    assert page.count('<tr class="al-co-') == 4
    assert "In Parks and play, how often" in page
    assert "Home care" not in page

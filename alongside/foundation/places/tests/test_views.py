"""The settings pages: who may open them, and what they change."""

from datetime import date
from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse

from alongside.foundation.places.models import Organisation, Place, Service, Term
from alongside.foundation.places.vocabulary import default_terms, forget_words, words_of
from tests.people import World

NAMES = ["settings", "contact", "pause", "address", "services", "organisations", "words"]
WITH_MORE = {"change-service": ["home-care"], "end-service": ["home-care"], "word": ["resident"]}
POST_ONLY = ["pick-services", "add-service"]


def address(name: str, place: str = "strathmuir") -> str:
    return reverse(f"places:{name}", args=[place, *WITH_MORE.get(name, [])])


@pytest.mark.parametrize("name", [*NAMES, *WITH_MORE])
def test_the_lead_opens_every_page(client: Client, world: World, name: str) -> None:
    client.force_login(world.cara.user)
    assert client.get(address(name)).status_code == 200


@pytest.mark.parametrize("name", [*NAMES, *WITH_MORE])
def test_nobody_else_does(client: Client, world: World, name: str) -> None:
    for who, expected in [("ann", 403), ("bo", 403), ("rona", 403), ("eve", 404), ("fay", 404)]:
        client.force_login(getattr(world, who).user)
        assert client.get(address(name)).status_code == expected, who


@pytest.mark.parametrize("name", [*NAMES, *WITH_MORE])
def test_a_visitor_signs_in_first(client: Client, world: World, name: str) -> None:
    response = client.get(address(name))
    assert response["Location"] == f"/accounts/login/?next={quote(address(name))}"


@pytest.mark.parametrize("name", [*POST_ONLY, "contact", "organisations", "end-service", "word"])
def test_nobody_else_changes_anything(client: Client, world: World, name: str) -> None:
    typed = {"services": ["housing"], "name": "X", "sector": "nhs", "singular": "a", "plural": "b"}
    for who, expected in [("ann", 403), ("rona", 403), ("eve", 404), ("fay", 404)]:
        client.force_login(getattr(world, who).user)
        assert client.post(address(name), {**typed, "keep": "yes"}).status_code == expected, who
    assert Place.objects.get(slug="strathmuir").name == "Strathmuir"
    assert not Organisation.objects.in_place(world.strathmuir).exists()
    assert not Term.objects.in_place(world.strathmuir).exists()
    assert Service.objects.in_place(world.strathmuir).filter(ended_on=None).count() == 2


def test_services_are_ticked_on_the_starter_list(client: Client, world: World) -> None:
    client.force_login(world.cara.user)
    html = client.get(address("services")).content.decode()
    assert 'value="housing"' in html
    assert 'value="home-care"' not in html
    client.post(address("pick-services"), {"services": ["housing", "libraries-and-culture"]})
    added = Service.objects.in_place(world.strathmuir).get(starter_key="housing")
    assert added.name == "Housing"


def test_ticking_nothing_says_so_and_keeps_the_page(client: Client, world: World) -> None:
    client.force_login(world.cara.user)
    html = client.post(address("pick-services"), {}).content.decode()
    assert "Tick at least one service" in html


def test_a_service_of_ones_own_has_its_organisation(client: Client, world: World) -> None:
    client.force_login(world.cara.user)
    client.post(address("organisations"), {"name": "Muir Housing", "sector": "third"})
    body = Organisation.objects.in_place(world.strathmuir).get(name="Muir Housing")
    client.post(address("add-service"), {"name": "Handy help", "organisation": body.pk})
    assert Service.objects.in_place(world.strathmuir).get(name="Handy help").organisation == body


def test_an_organisation_of_another_partnership_cannot_be_chosen(
    client: Client, world: World
) -> None:
    theirs = Organisation.objects.create(place=world.glenbeg, name="Canary", sector="nhs")
    client.force_login(world.cara.user)
    response = client.post(address("add-service"), {"name": "Help", "organisation": theirs.pk})
    assert response.status_code == 200
    assert "Canary" not in response.content.decode()
    assert not Service.objects.in_place(world.strathmuir).filter(name="Help").exists()


def test_a_service_is_renamed_but_not_to_a_name_that_is_there(client: Client, world: World) -> None:
    client.force_login(world.cara.user)
    html = client.post(address("change-service"), {"name": "parks AND play"}).content.decode()
    assert "Another service has this name already" in html
    client.post(address("change-service"), {"name": "Care at home"})
    world.home_care.refresh_from_db()
    assert world.home_care.name == "Care at home"


def test_a_service_ends_and_its_name_stays_on_record(client: Client, world: World) -> None:
    client.force_login(world.cara.user)
    client.post(address("end-service"))
    world.home_care.refresh_from_db()
    assert world.home_care.ended_on is not None
    assert "Home care" not in client.get(address("settings")).content.decode()


@pytest.mark.parametrize("key", list(default_terms()))
def test_every_word_can_be_heard_in_a_sentence(client: Client, world: World, key: str) -> None:
    client.force_login(world.cara.user)
    page = reverse("places:word", args=["strathmuir", key])
    forms = {form: f"{form}-canary" for form in default_terms()[key]}
    html = client.post(page, {**forms, "hear": "yes"}).content.decode()
    said = html.split("al-notice__text")[1].split("</p>")[0].lower()
    for form in forms:
        if form != "short" or key == "staff":
            assert f"{form}-canary" in said
    assert not Term.objects.in_place(world.strathmuir).exists()


def test_a_chosen_word_is_used_at_once_and_can_be_dropped(client: Client, world: World) -> None:
    client.force_login(world.cara.user)
    typed = {"singular": "member", "plural": "members of our community", "keep": "yes"}
    response = client.post(address("word"), typed, follow=True)
    assert "members of our community" in response.content.decode()
    assert words_of(world.strathmuir)["resident_plural"] == "members of our community"
    assert words_of(world.glenbeg)["resident_plural"] == "residents"
    client.post(address("word"), {"usual": "yes"})
    forget_words(world.strathmuir)
    assert words_of(world.strathmuir)["resident_plural"] == "residents"


def test_a_hostile_word_is_shown_as_text(client: Client, world: World) -> None:
    client.force_login(world.cara.user)
    typed = {"singular": "{service_name}", "plural": "<script>x</script>", "keep": "yes"}
    html = client.post(address("word"), typed, follow=True).content.decode()
    assert "<script>x</script>" not in html
    assert "{service_name}" in html


def test_an_unknown_word_is_not_found(client: Client, world: World) -> None:
    client.force_login(world.cara.user)
    assert client.get(reverse("places:word", args=["strathmuir", "no-such"])).status_code == 404


def test_a_contact_needs_a_number(client: Client, world: World) -> None:
    client.force_login(world.cara.user)
    typed = {"name": "Strathmuir", "contact_name": "Moira Bain"}
    assert (
        "Enter a number for people to ring"
        in client.post(address("contact"), typed).content.decode()
    )
    client.post(address("contact"), {**typed, "contact_phone": "01234 567 890"})
    world.strathmuir.refresh_from_db()
    assert world.strathmuir.contact_phone == "01234 567 890"


def test_a_pause_has_two_days_in_order(client: Client, world: World) -> None:
    client.force_login(world.cara.user)

    def send(start: tuple[str, str, str], end: tuple[str, str, str]) -> str:
        typed = {f"publishing_paused_from_{n}": part for n, part in enumerate(start)}
        typed |= {f"publishing_paused_until_{n}": part for n, part in enumerate(end)}
        return client.post(address("pause"), typed, follow=True).content.decode()

    assert "Enter both days" in send(("1", "4", "2027"), ("", "", ""))
    assert "comes after the first" in send(("1", "4", "2027"), ("1", "3", "2027"))
    assert "Saved." in send(("1", "4", "2027"), ("6", "5", "2027"))
    world.strathmuir.refresh_from_db()
    assert world.strathmuir.publishing_is_paused(date(2027, 4, 20))


def test_the_old_address_leads_to_the_new_one(client: Client, world: World) -> None:
    client.force_login(world.cara.user)
    client.post(address("address"), {"slug": "muir"})
    assert client.get("/muir/").status_code == 200
    assert client.get("/strathmuir/")["Location"] == "/muir/"
    old = client.get("/strathmuir/workspace/settings/words/")
    assert old["Location"] == "/muir/workspace/settings/words/"
    client.force_login(world.eve.user)
    assert client.get("/strathmuir/workspace/settings/words/").status_code == 404


@pytest.mark.parametrize("slug", ["glenbeg", "start", "about", "Muir", "1st", "a b", "caldonia"])
def test_an_address_that_leads_elsewhere_is_refused(
    client: Client, world: World, slug: str
) -> None:
    client.force_login(world.cara.user)
    assert client.post(address("address"), {"slug": slug}).status_code == 200
    assert Place.objects.get(pk=world.strathmuir.pk).slug == "strathmuir"


def test_a_former_address_of_another_place_cannot_be_taken_but_ones_own_can(
    client: Client, world: World
) -> None:
    client.force_login(world.cara.user)
    client.post(address("address"), {"slug": "muir"})
    client.force_login(world.eve.user)
    client.post(address("address", "glenbeg"), {"slug": "strathmuir"})
    assert Place.objects.get(pk=world.glenbeg.pk).slug == "glenbeg"
    client.force_login(world.cara.user)
    client.post(address("address", "muir"), {"slug": "strathmuir"})
    assert Place.objects.get(pk=world.strathmuir.pk).slug == "strathmuir"

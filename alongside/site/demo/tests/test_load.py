"""The example is loaded whole, once, and only where nobody is harmed by a known password."""

import pytest
from django.contrib.auth.hashers import check_password
from django.db import models
from django.test import Client

from alongside.foundation.accounts.models import User
from alongside.foundation.disclosure.models import Release
from alongside.foundation.history.models import Event
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.initiatives.models import Initiative
from alongside.foundation.members.roles import ROLES
from alongside.foundation.places.models import (
    CouncilArea,
    HealthBoard,
    Organisation,
    Place,
    PlaceArea,
    Ward,
)
from alongside.foundation.places.tenancy import TenantQuerySet
from alongside.foundation.responses.models import Response
from alongside.site.demo import PASSWORD, SIGN_INS, DemoSummary, load_demo
from alongside.site.demo.places import open_places
from alongside.site.demo.summary import story
from alongside.star.map_it.models import Round


def rows(model: type[models.Model]) -> int:
    found = model._default_manager.all()
    if isinstance(found, TenantQuerySet):
        found = found.unscoped(reason="counted")
    return found.count()


def test_loading_it_again_changes_nothing(demo: DemoSummary) -> None:
    assert demo.is_new
    tables = (Place, User, Response, Round, Release, Initiative, Event)
    before = [rows(table) for table in tables]
    again = load_demo()
    assert not again.is_new
    assert again.addresses == demo.addresses
    assert [rows(table) for table in tables] == before
    assert all(before)


def test_it_is_refused_in_production(db: None, settings: object) -> None:
    places, accounts = rows(Place), rows(User)
    settings.MODE = "production"  # type: ignore[attr-defined]
    with pytest.raises(Refusal) as refused:
        load_demo()
    assert refused.value.code == "demo_mode_only"
    assert (rows(Place), rows(User)) == (places, accounts)


def test_one_failure_leaves_nothing_behind(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setitem(story("people")["nation"], "slug", "another-nation")
    monkeypatch.setattr("alongside.site.demo.load.open_places", open_a_nation_only)
    monkeypatch.setattr("alongside.site.demo.load.load_national_practices", fail)
    with pytest.raises(RuntimeError):
        load_demo()
    assert not Place.objects.filter(slug="another-nation").exists()


def open_a_nation_only(_names: object) -> tuple[Place, dict[str, Place]]:
    return open_places([])


def test_everything_is_marked_as_an_example(demo: DemoSummary) -> None:
    places = Place.objects.all()
    assert {place.slug for place in places} == {"caldonia", "strathmuir", "glenbeg", "innisfad"}
    assert all(place.is_example for place in places)


def test_the_real_council_areas_are_there_and_none_has_results(demo: DemoSummary) -> None:
    assert CouncilArea.objects.count() == 32
    assert not PlaceArea.objects.exists()
    real = {
        *CouncilArea.objects.values_list("name", flat=True),
        *HealthBoard.objects.values_list("name", flat=True),
    }
    bodies = Organisation.objects.unscoped(reason="names only").values_list("name", flat=True)
    wards = Ward.objects.unscoped(reason="names only").values_list("name", flat=True)
    invented = [*Place.objects.values_list("name", flat=True), *bodies, *wards]
    taken = [(name, area) for name in invented for area in real if area.lower() in name.lower()]
    assert not taken


def test_every_role_can_be_tried(demo: DemoSummary) -> None:
    told = story("people")["sign_ins"]
    assert {one["role"] for one in told} == set(ROLES)
    groups = {one["group"] for one in told if one["role"] == "contributor"}
    assert groups == {"elected", "manager", "staff", "resident"}
    assert demo.sign_ins == SIGN_INS
    for email, password, words in demo.sign_ins:
        assert email.endswith("@example.org")
        assert password == PASSWORD
        assert words
        assert check_password(password, User.objects.get(email=email).password)


def test_somebody_signs_in_with_the_example_password(demo: DemoSummary, client: Client) -> None:
    page = client.post("/accounts/login/", {"login": "cara@example.org", "password": PASSWORD})
    assert page.status_code == 302
    assert "_auth_user_id" in client.session


def test_telephone_numbers_belong_to_nobody() -> None:
    """01632 960000 to 960999 is kept free for fiction."""
    for name in ("strathmuir", "glenbeg", "innisfad"):
        assert story(name)["contact_phone"].startswith("01632 960")


def test_every_address_of_the_summary_answers_somebody(demo: DemoSummary, client: Client) -> None:
    statuses: dict[str, set[int]] = {path: set() for _words, path in demo.addresses}
    for email in ("cara@example.org", "eve@example.org", "iona@example.org", "fay@example.org"):
        client.force_login(User.objects.get(email=email))
        for path, seen in statuses.items():
            seen.add(client.get(path).status_code)
    assert [path for path, seen in statuses.items() if 200 not in seen] == []
    assert statuses["/glenbeg/workspace/"] == {200, 404}


@pytest.mark.parametrize(
    ("path", "email"),
    [
        ("/strathmuir/", ""),
        ("/glenbeg/", ""),
        ("/innisfad/", ""),
        ("/strathmuir/workspace/", "cara@example.org"),
        ("/strathmuir/workspace/map/", "cara@example.org"),
        ("/strathmuir/workspace/map/our-second-map/", "cara@example.org"),
        ("/strathmuir/workspace/map/our-second-map/results/", "dev@example.org"),
        ("/strathmuir/workspace/brief/", "dev@example.org"),
        ("/glenbeg/workspace/", "eve@example.org"),
        ("/innisfad/workspace/", "iona@example.org"),
    ],
)
def test_the_page_says_that_it_is_invented(
    demo: DemoSummary, client: Client, path: str, email: str
) -> None:
    if email:
        client.force_login(User.objects.get(email=email))
    page = client.get(path)
    assert page.status_code == 200
    assert "Invented example" in page.content.decode()

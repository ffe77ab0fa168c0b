"""Staff without a second step see nothing of their place, whatever its address."""

import pytest
from django.test import Client

from alongside.foundation.places.models import Place
from tests.people import World


@pytest.fixture(autouse=True)
def _required(settings) -> None:
    settings.SECOND_FACTOR_REQUIRED = True


@pytest.mark.parametrize("slug", ["strathmuir", "healthzone", "readyz-board", "static-hill"])
def test_a_lead_sets_up_the_second_step_first(slug: str, world: World, client: Client) -> None:
    Place.objects.filter(pk=world.strathmuir.pk).update(slug=slug)
    client.force_login(world.cara.user)
    response = client.get(f"/{slug}/workspace/")
    assert response.status_code == 302
    assert response["Location"] == "/accounts/2fa/"


def test_whoever_holds_no_staff_role_needs_none(world: World, client: Client) -> None:
    client.force_login(world.ann.user)
    assert client.get("/strathmuir/workspace/").status_code == 200


@pytest.mark.parametrize("page", ["/healthz", "/readyz"])
def test_whoever_watches_the_site_needs_none(page: str, world: World, client: Client) -> None:
    client.force_login(world.cara.user)
    assert client.get(page).status_code == 200

"""The desk shows what waits, and closes it with who, when and how."""

from django.test import Client
from django.utils import timezone

from alongside.foundation.accounts.signs import Signs
from alongside.foundation.enquiries.models import Enquiry
from tests.enquiries import written
from tests.people import World

DESK = "/strathmuir/workspace/messages/"


def test_the_desk_tells_apart_what_waits_and_what_looks_like_advertising(
    world: World, client: Client
) -> None:
    written(world.strathmuir, "When do you meet?", name="Nan")
    written(world.strathmuir, "Cheap pills", signs=Signs(1))
    written(world.glenbeg, "Canary of Glenbeg", network="198.51.100.9")
    client.force_login(world.cara.user)
    waiting, _, suspect = client.get(DESK).text.partition("Probably advertising")
    assert "When do you meet?" in waiting
    assert "no address or number was left" in waiting
    assert "Cheap pills" in suspect
    assert "Canary" not in waiting + suspect


def test_an_answer_is_noted_on_the_page(world: World, client: Client) -> None:
    enquiry = written(world.strathmuir, "When do you meet?", email="nan@example.org")
    client.force_login(world.cara.user)
    page = f"{DESK}{enquiry.public_id}/"
    assert "mailto:nan@example.org" in client.get(page).text
    today = timezone.localdate()
    day = {"on_0": today.day, "on_1": today.month, "on_2": today.year}
    missing = client.post(page, day)
    assert (missing.status_code, "Say how it was answered." in missing.text) == (422, True)
    late = client.post(page, {"how": "email", **day, "on_2": today.year + 1})
    assert "That day is still to come." in late.text
    assert client.post(page, {"how": "email", **day}).status_code == 302
    assert "by email" in client.get(DESK).text
    assert Enquiry.objects.in_place(world.strathmuir).get().answered_by == world.cara.person


def test_the_name_of_another_partnerships_message_opens_nothing(
    world: World, client: Client
) -> None:
    theirs = written(world.glenbeg, "Canary of Glenbeg")
    client.force_login(world.cara.user)
    assert client.get(f"{DESK}{theirs.public_id}/").status_code == 404

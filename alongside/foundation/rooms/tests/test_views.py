"""What phones ask, and the facilitator's hand on the door, as pages."""

import pytest
from django.test import Client

from alongside.foundation.rooms.codes import door_code
from alongside.foundation.rooms.models import Room
from tests.matrices import prepared
from tests.people import World


@pytest.fixture
def room(world: World) -> Room:
    room = prepared(world.strathmuir, by=world.cara.actor).room
    room.refresh_from_db()
    return room


def test_a_phone_is_told_where_the_room_stands(client: Client, room: Room) -> None:
    reply = client.get(f"/j/live/{room.public_id}/")
    assert reply.json() == {
        "stage": "preparing", "turn": 1, "version": room.version, "asked": room.asked, "wait": 4,
    }  # fmt: skip


def test_a_phone_that_knows_already_gets_no_answer(client: Client, room: Room) -> None:
    etag = client.get(f"/j/live/{room.public_id}/").headers["ETag"]
    reply = client.get(f"/j/live/{room.public_id}/", headers={"If-None-Match": etag})
    assert (reply.status_code, reply.content) == (304, b"")


def test_three_hundred_phones_cost_one_query(
    client: Client, room: Room, django_assert_num_queries: object
) -> None:
    client.get(f"/j/live/{room.public_id}/")
    with django_assert_num_queries(0):  # type: ignore[operator]
        client.get(f"/j/live/{room.public_id}/")


def test_the_door_is_opened_and_closed_from_the_page_before(
    client: Client, world: World, room: Room
) -> None:
    client.force_login(world.cara.user)
    base = f"/strathmuir/workspace/rooms/{room.public_id}"
    reply = client.post(f"{base}/open/", {"next": "/strathmuir/workspace/?a=b"})
    assert reply.headers["Location"] == "/strathmuir/workspace/?a=b"
    room.refresh_from_db()
    code = door_code(room)
    assert client.get(f"/j/{code}").status_code == 302
    client.post(f"{base}/close/", {"next": "https://elsewhere.example/"}).headers["Location"]
    assert client.get(f"/j/{code}").status_code == 404


def test_nobody_is_sent_to_another_site(client: Client, world: World, room: Room) -> None:
    client.force_login(world.cara.user)
    reply = client.post(
        f"/strathmuir/workspace/rooms/{room.public_id}/close/", {"next": "//elsewhere.example/"}
    )
    assert reply.headers["Location"] == "/strathmuir/workspace/"


def test_heads_are_counted(client: Client, world: World, room: Room) -> None:
    client.force_login(world.cara.user)
    base = f"/strathmuir/workspace/rooms/{room.public_id}"
    client.post(f"{base}/heads/", {"heads": "41"})
    client.post(f"{base}/heads/", {"heads": "forty"})
    room.refresh_from_db()
    assert room.heads == 41


def test_guessing_digits_is_slowed_down_and_the_qr_code_still_opens(
    client: Client, world: World, room: Room
) -> None:
    from alongside.foundation.rooms.actions import open_door
    from alongside.foundation.rooms.codes import door_link

    room = open_door(room, by=world.cara.actor)
    wrong = "10000" if door_code(room) != "10000" else "10001"
    statuses = [client.get(f"/j/{wrong}").status_code for _try in range(101)]
    assert set(statuses) == {404, 429}
    assert client.get(f"/j/{door_code(room)}").status_code == 429
    assert client.get(f"/j/{door_link(room)}").status_code == 302

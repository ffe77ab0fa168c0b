"""Everybody who may come to an address, each with their own browser-like client."""

from django.test import Client

from alongside.foundation.members.seats import COOKIE
from tests.scene import Scene

NOBODY, GUEST = "Nobody", "Guest"
# Without an account; contributors (resident, staff); lead; councillor; resident co-lead; viewer;
# lead of another partnership; national lead; was the lead until yesterday; national associate.
VISITORS = (
    NOBODY, GUEST, "Ann", "Bo", "Cara", "Dev", "Rona", "Vera", "Eve", "Fay", "Lee", "Gil",
)  # fmt: skip


def client_of(scene: Scene, visitor: str) -> Client:
    """A client that is signed in, sits in a seat, or is nobody."""
    client = Client()
    if visitor == GUEST:
        client.cookies[COOKIE] = scene.guest_cookie
    elif visitor != NOBODY:
        client.force_login(scene.somebody(visitor).user)
    return client


def clients_of(scene: Scene) -> dict[str, Client]:
    """One client for each visitor."""
    return {visitor: client_of(scene, visitor) for visitor in VISITORS}

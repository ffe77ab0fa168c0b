"""Registers the room with Django."""

from django.apps import AppConfig


class RoomsConfig(AppConfig):
    """App `rooms`."""

    name = "alongside.foundation.rooms"
    label = "rooms"

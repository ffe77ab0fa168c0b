"""Registers the room with Django."""

from django.apps import AppConfig


class DisclosureConfig(AppConfig):
    """App `disclosure`."""

    name = "alongside.foundation.disclosure"
    label = "disclosure"

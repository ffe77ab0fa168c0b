"""Registers the room with Django."""

from django.apps import AppConfig


class ReachConfig(AppConfig):
    """App `reach`."""

    name = "alongside.foundation.reach"
    label = "reach"

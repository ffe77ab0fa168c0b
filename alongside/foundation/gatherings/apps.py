"""Registers the room with Django."""

from django.apps import AppConfig


class GatheringsConfig(AppConfig):
    """App `gatherings`."""

    name = "alongside.foundation.gatherings"
    label = "gatherings"

"""Registers the room with Django."""

from django.apps import AppConfig


class PracticesConfig(AppConfig):
    """App `practices`."""

    name = "alongside.foundation.practices"
    label = "practices"

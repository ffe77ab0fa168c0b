"""Registers the room with Django."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """App `notices`."""

    name = "alongside.foundation.notices"
    label = "notices"

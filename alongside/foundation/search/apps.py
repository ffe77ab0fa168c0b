"""Registers the room with Django."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """App `search`."""

    name = "alongside.foundation.search"
    label = "search"

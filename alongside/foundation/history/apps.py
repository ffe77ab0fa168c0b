"""Registers the room with Django."""

from django.apps import AppConfig


class HistoryConfig(AppConfig):
    """App `history`."""

    name = "alongside.foundation.history"
    label = "history"

"""Registers the room with Django."""

from django.apps import AppConfig


class DiscussionsConfig(AppConfig):
    """App `discussions`."""

    name = "alongside.foundation.discussions"
    label = "discussions"

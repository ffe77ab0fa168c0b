"""Registers the room with Django."""

from django.apps import AppConfig


class MembersConfig(AppConfig):
    """App `members`."""

    name = "alongside.foundation.members"
    label = "members"

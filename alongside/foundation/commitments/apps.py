"""Registers the room with Django."""

from django.apps import AppConfig


class CommitmentsConfig(AppConfig):
    """App `commitments`."""

    name = "alongside.foundation.commitments"
    label = "commitments"

"""Registers the room with Django."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """App `jobs`."""

    name = "alongside.foundation.jobs"
    label = "jobs"

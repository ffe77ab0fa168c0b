"""Registers the app with Django."""

from django.apps import AppConfig


class CoachingConfig(AppConfig):
    """App `coaching`."""

    name = "alongside.learning.coaching"
    label = "coaching"

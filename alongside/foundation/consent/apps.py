"""Registers the room with Django."""

from django.apps import AppConfig


class ConsentConfig(AppConfig):
    """App `consent`."""

    name = "alongside.foundation.consent"
    label = "consent"

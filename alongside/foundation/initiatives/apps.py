"""Registers the room with Django."""

from django.apps import AppConfig


class InitiativesConfig(AppConfig):
    """App `initiatives`."""

    name = "alongside.foundation.initiatives"
    label = "initiatives"

"""Registers the room with Django."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """App `places`."""

    name = "alongside.foundation.places"
    label = "places"

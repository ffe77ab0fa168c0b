"""Registers the step with Django."""

from django.apps import AppConfig


class MapItConfig(AppConfig):
    """App `map_it`."""

    name = "alongside.star.map_it"
    label = "map_it"

"""Registers the step with Django."""

from django.apps import AppConfig


class FocusItConfig(AppConfig):
    """App `focus_it`."""

    name = "alongside.star.focus_it"
    label = "focus_it"

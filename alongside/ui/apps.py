"""Registers the design system with Django under the label `ui`."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Templates, template tags and static files of the design system."""

    name = "alongside.ui"
    label = "ui"

"""Registers the room with Django."""

from django.apps import AppConfig


class ResponsesConfig(AppConfig):
    """App `responses`."""

    name = "alongside.foundation.responses"
    label = "responses"

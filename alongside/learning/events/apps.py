"""Registers events with Django."""

from django.apps import AppConfig


class EventsConfig(AppConfig):
    """App `events`."""

    name = "alongside.learning.events"
    label = "events"

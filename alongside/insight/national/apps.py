"""Registers the national picture with Django."""

from django.apps import AppConfig


class NationalConfig(AppConfig):
    """App `national`."""

    name = "alongside.insight.national"
    label = "national"

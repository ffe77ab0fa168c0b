"""Registers the network with Django."""

from django.apps import AppConfig


class NetworkConfig(AppConfig):
    """App `network`."""

    name = "alongside.learning.network"
    label = "network"

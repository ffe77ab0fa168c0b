"""Registers the room with Django."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """App `accounts`."""

    name = "alongside.foundation.accounts"
    label = "accounts"

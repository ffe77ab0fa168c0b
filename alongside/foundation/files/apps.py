"""Registers the room with Django."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """App `files`."""

    name = "alongside.foundation.files"
    label = "files"

"""Registers the board with Django."""

from django.apps import AppConfig


class BoardConfig(AppConfig):
    """App `board`."""

    name = "alongside.star.board"
    label = "board"

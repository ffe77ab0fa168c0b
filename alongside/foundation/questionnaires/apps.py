"""Registers the room with Django."""

from django.apps import AppConfig


class QuestionnairesConfig(AppConfig):
    """App `questionnaires`."""

    name = "alongside.foundation.questionnaires"
    label = "questionnaires"

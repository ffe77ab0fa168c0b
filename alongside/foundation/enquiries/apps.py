"""Registers the room with Django."""

from django.apps import AppConfig


class EnquiriesConfig(AppConfig):
    """App `enquiries`."""

    name = "alongside.foundation.enquiries"
    label = "enquiries"

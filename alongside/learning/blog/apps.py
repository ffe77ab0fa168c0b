"""Registers the blog with Django."""

from django.apps import AppConfig


class BlogConfig(AppConfig):
    """App `blog`."""

    name = "alongside.learning.blog"
    label = "blog"

    def ready(self) -> None:
        """Let search and history follow what Wagtail publishes."""
        from alongside.learning.blog import following  # noqa: PLC0415 - needs the tables

        following.follow_wagtail()

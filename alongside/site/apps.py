"""Registers the site with Django."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """App `site`."""

    name = "alongside.site"
    label = "site"

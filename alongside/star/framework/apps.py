"""The app's registration: label `framework`, static files, no tables."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FrameworkConfig(AppConfig):
    name = "alongside.star.framework"
    label = "framework"
    verbose_name = _("the Star's framework")

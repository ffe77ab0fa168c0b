"""Sentences of refusal that several actions share."""

from django.utils.translation import gettext_lazy as _

NOT_ALLOWED = _("Your role here doesn't prepare events.")

"""Registers the case library with Django."""

from django.apps import AppConfig


class CaseStudiesConfig(AppConfig):
    """App `case_studies`."""

    name = "alongside.learning.case_studies"
    label = "case_studies"

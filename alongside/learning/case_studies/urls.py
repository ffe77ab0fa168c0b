"""Addresses of the case library, below `/learn/cases/`."""

from django.urls import path

from alongside.learning.case_studies.views import library

app_name = "cases"

urlpatterns = [
    path("", library.cases, name="list"),
    path("compare/", library.compare, name="compare"),
    path("<slug:nation>/<slug:practice>/", library.case, name="case"),
]

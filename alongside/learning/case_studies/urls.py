"""Addresses of the case library, below `/learn/cases/`."""

from django.urls import path

from alongside.learning.case_studies import views

app_name = "cases"

urlpatterns = [
    path("", views.cases, name="list"),
    path("<slug:nation>/<slug:practice>/", views.case, name="case"),
]

"""Addresses for the national team, below `/<nation>/national/cases/`."""

from django.urls import path

from alongside.learning.case_studies.views import review

app_name = "case_review"

urlpatterns = [
    path("", review.waiting, name="list"),
    path("<slug:partnership>/<slug:case>/", review.case, name="case"),
    path("<slug:partnership>/<slug:case>/<slug:verb>/", review.move, name="move"),
]

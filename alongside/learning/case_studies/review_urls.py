"""Addresses for the national team, below `/<nation>/national/cases/`."""

from django.urls import path, re_path

from alongside.learning.case_studies.views import collecting, review

app_name = "case_review"

_doings = "|".join(collecting.DOINGS)

urlpatterns = [
    path("", review.waiting, name="list"),
    path("collections/", collecting.collections, name="collections"),
    path("collections/new/", collecting.new, name="new-collection"),
    path("collections/<slug:collection>/", collecting.collection, name="collection"),
    re_path(
        rf"^collections/(?P<collection>[-\w]+)/(?P<doing>{_doings})/$",
        collecting.change,
        name="change-collection",
    ),
    path("<slug:partnership>/<slug:case>/", review.case, name="case"),
    path("<slug:partnership>/<slug:case>/<slug:verb>/", review.move, name="move"),
]

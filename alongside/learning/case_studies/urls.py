"""Addresses of the case library, below `/learn/cases/`."""

from django.urls import path, re_path

from alongside.learning.case_studies.views import collections, library

app_name = "cases"

urlpatterns = [
    path("", library.cases, name="list"),
    path("compare/", library.compare, name="compare"),
    path("collections/", collections.collections, name="collections"),
    path("collections/<slug:nation>/<slug:collection>/", collections.collection, name="collection"),
    re_path(
        r"^collections/(?P<nation>[-\w]+)/(?P<collection>[-\w]+)/booklet\.(?P<kind>pdf|epub)$",
        collections.booklet,
        name="booklet",
    ),
    path("<slug:nation>/<slug:practice>/", library.case, name="case"),
]

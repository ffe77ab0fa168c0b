"""Addresses of initiatives in the workspace, below `/<place>/workspace/activities/`."""

from django.urls import path, re_path

from alongside.foundation.initiatives import views
from alongside.foundation.initiatives.models import Stage

app_name = "initiatives"

_stages = "|".join(Stage.values)

urlpatterns = [
    path("", views.initiative_list, name="list"),
    path("activities.csv", views.initiative_file, name="file"),
    re_path(r"^new/(?P<stage>existing|candidate)/$", views.new, name="new"),
    path("<slug:initiative>/", views.initiative_page, name="page"),
    path("<slug:initiative>/edit/", views.edit, name="edit"),
    re_path(
        rf"^(?P<initiative>[-\w]+)/decide/(?P<verdict>{_stages})/$", views.decide, name="decide"
    ),
]

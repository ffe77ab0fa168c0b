"""Addresses of the national picture, under `/<nation>/national/`."""

from django.urls import path

from alongside.insight.national.views import leaving, new_partnerships, picture, squares

app_name = "national"

urlpatterns = [
    path("", picture.national_picture, name="picture"),
    path("map/", squares.squares, name="map"),
    path("leaving/", leaving.leavings, name="leavings"),
    path("leaving/<slug:partnership>/", leaving.leaving, name="leaving"),
    path("new/", new_partnerships.waiting, name="new-partnerships"),
    path("new/choose/", new_partnerships.choose, name="choose-admission"),
    path("new/<slug:partnership>/yes/", new_partnerships.admit, name="admit"),
    path("new/<slug:partnership>/no/", new_partnerships.decline, name="decline"),
    path("visit/<slug:partnership>/", picture.visit, name="visit"),
]

"""Addresses of the hour's path, under `/start/`."""

from django.urls import path

from alongside.star.map_it.views import start, start_hub

app_name = "start"

urlpatterns = [
    path("", start.front, name="front"),
    path("account/", start.account, name="account"),
    path("check/", start.check, name="check"),
    path("<slug:step>/", start.step, name="step"),
    path("<slug:place>/<slug:round>/", start_hub.hub, name="hub"),
    path("<slug:place>/<slug:round>/begin/", start_hub.begin, name="begin"),
    path("<slug:place>/<slug:round>/draw/", start_hub.draw, name="draw"),
]

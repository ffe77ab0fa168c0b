"""Addresses of the national picture, under `/<nation>/national/`."""

from django.urls import path

from alongside.insight.national import views

app_name = "national"

urlpatterns = [
    path("", views.national_picture, name="picture"),
    path("visit/<slug:partnership>/", views.visit, name="visit"),
]

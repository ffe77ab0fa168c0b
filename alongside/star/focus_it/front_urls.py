"""Addresses where residents start something, below `/<place>/suggest/`."""

from django.urls import path

from alongside.star.focus_it.views import suggest

app_name = "suggest"

urlpatterns = [
    path("", suggest.suggest, name="new"),
    path("mine/", suggest.mine, name="mine"),
]

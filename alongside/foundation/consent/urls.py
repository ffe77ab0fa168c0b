"""Addresses of links and posters, below `/<place>/workspace/links/`."""

from django.urls import path

from alongside.foundation.consent.views import links

app_name = "consent"

urlpatterns = [
    path("", links.links, name="links"),
    path("<uuid:activity>/open/", links.make_link, name="make-link"),
    path("<uuid:activity>/close/", links.close_link, name="close-link"),
    path("<uuid:activity>/poster/", links.poster, name="poster"),
]

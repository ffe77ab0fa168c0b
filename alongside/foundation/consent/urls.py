"""Addresses of links and posters, below `/<place>/workspace/links/`."""

from django.urls import path

from alongside.foundation.consent import views

app_name = "consent"

urlpatterns = [
    path("", views.links, name="links"),
    path("<uuid:activity>/open/", views.make_link, name="make-link"),
    path("<uuid:activity>/close/", views.close_link, name="close-link"),
    path("<uuid:activity>/poster/", views.poster, name="poster"),
]

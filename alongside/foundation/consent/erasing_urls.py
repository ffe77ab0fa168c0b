"""Addresses of erasing people at their wish, below `/<place>/workspace/erasing/`."""

from django.urls import path

from alongside.foundation.consent.views import erasing

app_name = "erasing"

urlpatterns = [
    path("", erasing.guest, name="guest"),
    path("<uuid:person>/", erasing.member, name="member"),
]

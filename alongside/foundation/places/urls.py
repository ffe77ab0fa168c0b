"""Addresses of a place's settings, below `/<place>/workspace/settings/`."""

app_name = "places"

urlpatterns: list[object] = []

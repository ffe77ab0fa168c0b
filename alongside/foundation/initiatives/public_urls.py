"""Addresses of what a partnership shows to everyone, below `/<place>/activities/`."""

app_name = "activities"

urlpatterns: list[object] = []

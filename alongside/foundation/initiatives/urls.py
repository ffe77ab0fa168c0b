"""Addresses of initiatives in the workspace, below `/<place>/workspace/activities/`."""

app_name = "initiatives"

urlpatterns: list[object] = []

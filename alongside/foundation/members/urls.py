"""Addresses of members: the roles page, and the list of members in the workspace."""

from django.urls import path

from alongside.foundation.members import views

app_name = "members"

urlpatterns = [
    path("roles/", views.roles, name="roles"),
]

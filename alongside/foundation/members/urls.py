"""Addresses of members: the roles page, and the list of members in the workspace."""

from django.urls import path

from alongside.foundation.members import views

app_name = "members"

_MEMBERS = "<slug:place>/workspace/members/"

urlpatterns = [
    path("roles/", views.roles, name="roles"),
    path(_MEMBERS, views.members, name="list"),
    path(f"{_MEMBERS}invite/", views.invite, name="invite"),
    path(f"{_MEMBERS}invitations/<int:number>/send/", views.send_again, name="send"),
    path(f"{_MEMBERS}invitations/<int:number>/withdraw/", views.withdraw, name="withdraw"),
    path(f"{_MEMBERS}memberships/<int:number>/ward/", views.ward, name="ward"),
    path(f"{_MEMBERS}memberships/<int:number>/end/", views.end, name="end"),
]

"""Addresses below `/me/commitments/`."""

from django.urls import path

from alongside.foundation.commitments import views

app_name = "commitments"

urlpatterns = [
    path("", views.mine, name="mine"),
    path("<uuid:commitment>/", views.page, name="page"),
    path("<uuid:commitment>/edit/", views.edit, name="edit"),
    path("<uuid:commitment>/move/", views.move, name="move"),
    path("<uuid:commitment>/evidence/", views.evidence, name="evidence"),
]

"""Addresses of what a partnership shows to everyone, below `/<place>/activities/`."""

from django.urls import path

from alongside.foundation.initiatives import views

app_name = "activities"

urlpatterns = [
    path("", views.public_list, name="list"),
    path("<slug:initiative>/", views.public_page, name="page"),
]

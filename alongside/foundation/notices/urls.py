"""Addresses below `/me/messages/`."""

from django.urls import path

from alongside.foundation.notices import views

app_name = "notices"

urlpatterns = [path("", views.wish, name="wish")]

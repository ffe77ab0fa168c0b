"""Addresses that stand in our mail, under `/help/`: they ask for no sign-in."""

from django.urls import path

from alongside.foundation.notices import views

app_name = "notices_mail"

urlpatterns = [path("no-messages/<str:token>/", views.stop, name="stop")]

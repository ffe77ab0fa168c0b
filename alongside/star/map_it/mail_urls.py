"""Addresses that stand in our mail, under `/help/`: they ask for no sign-in."""

from django.urls import path

from alongside.star.map_it.views import reminders

app_name = "map_it_mail"

urlpatterns = [
    path("no-reminders/<str:token>/", reminders.stop, name="stop"),
]

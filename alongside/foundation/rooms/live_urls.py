"""The address that every phone in a room asks, `/j/live/<room>/`. It carries no language."""

from django.urls import path

from alongside.foundation.rooms import views

app_name = "live"

urlpatterns = [path("<uuid:room>/", views.live, name="state")]

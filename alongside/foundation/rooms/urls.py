"""Addresses of whoever holds a room, below `/<place>/workspace/rooms/`."""

from django.urls import path

from alongside.foundation.rooms import views

app_name = "rooms"

urlpatterns = [
    path("<uuid:room>/open/", views.open_door, name="open"),
    path("<uuid:room>/close/", views.close_door, name="close"),
    path("<uuid:room>/heads/", views.count_heads, name="heads"),
]

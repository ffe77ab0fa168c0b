"""Addresses of the organiser's desk, below `/<place>/workspace/events/`."""

from django.urls import path

from alongside.learning.events.views import desk, live_desk, people, screen

app_name = "event_desk"

urlpatterns = [
    path("", desk.events, name="list"),
    path("new/", desk.new, name="new"),
    path("<slug:event>/", desk.event, name="event"),
    path("<slug:event>/edit/", desk.edit, name="edit"),
    path("<slug:event>/agenda/", desk.agenda, name="agenda"),
    path("<slug:event>/move/", desk.move, name="move"),
    path("<slug:event>/people/", people.people, name="people"),
    path("<slug:event>/people/add/", people.add, name="add"),
    path("<slug:event>/poster/", people.poster, name="poster"),
    path("<slug:event>/after/", desk.after, name="after"),
    path("<slug:event>/live/", live_desk.live, name="live"),
    path("<slug:event>/live/screen/", screen.screen, name="screen"),
    path("<slug:event>/live/screen/state/", screen.state, name="screen-state"),
]

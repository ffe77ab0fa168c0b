"""Public addresses of events, below `/learn/events/`."""

from django.urls import path

from alongside.learning.events.views import booking, day, live, public

app_name = "events"

urlpatterns = [
    path("", public.events, name="list"),
    path("calendar.ics", public.feed, name="feed"),
    path("<slug:place>/<slug:event>/", public.event, name="event"),
    path("<slug:place>/<slug:event>/event.ics", public.event_file, name="file"),
    path("<slug:place>/<slug:event>/book/", booking.book_place, name="book"),
    path("<slug:place>/<slug:event>/booking/", booking.my_booking, name="booking"),
    path(
        "<slug:place>/<slug:event>/booking/booking.ics", booking.booking_file, name="booking-file"
    ),
    path("<slug:place>/<slug:event>/here/", day.here, name="here"),
    path("<slug:place>/<slug:event>/live/", live.live, name="live"),
    path("<slug:place>/<slug:event>/feedback/", day.feedback, name="feedback"),
]

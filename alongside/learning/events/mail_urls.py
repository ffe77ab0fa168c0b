"""The address that stands in our letters about bookings, under `/help/booking/`."""

from django.urls import path

from alongside.learning.events.views import booking

app_name = "event_mail"

urlpatterns = [path("<str:token>/", booking.from_letter, name="booking")]

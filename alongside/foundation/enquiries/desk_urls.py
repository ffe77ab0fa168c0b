"""Addresses of the desk, under `/<place>/workspace/messages/`."""

from django.urls import path

from alongside.foundation.enquiries import views

app_name = "enquiries"

urlpatterns = [
    path("", views.desk, name="desk"),
    path("<uuid:enquiry>/", views.answer, name="answer"),
]

"""Addresses under <place>/workspace/jobs/."""

from django.urls import path

from alongside.foundation.jobs import views

app_name = "jobs"
urlpatterns = [
    path("<uuid:job>/", views.show_job, name="job"),
    path("<uuid:job>/cancel/", views.cancel_job, name="cancel"),
]

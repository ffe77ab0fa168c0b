"""Public addresses of courses, below `/learn/courses/`."""

from django.urls import path

from alongside.learning.coaching.views import public

app_name = "courses"

urlpatterns = [
    path("", public.courses, name="list"),
    path("<slug:place>/<slug:course>/", public.course, name="course"),
    path("<slug:place>/<slug:course>/<int:number>/join/", public.join, name="join"),
]

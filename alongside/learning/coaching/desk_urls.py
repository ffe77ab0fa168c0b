"""Addresses of those who run courses, below `/<place>/workspace/courses/`."""

from django.urls import path

from alongside.learning.coaching.views import desk

app_name = "course_desk"

urlpatterns = [
    path("", desk.courses, name="list"),
    path("new/", desk.new, name="new"),
    path("<slug:course>/", desk.course, name="course"),
    path("<slug:course>/edit/", desk.edit, name="edit"),
    path("<slug:course>/<int:number>/", desk.cohort, name="cohort"),
    path("<slug:course>/<int:number>/days/", desk.days, name="days"),
    path("<slug:course>/<int:number>/move/", desk.move, name="move"),
    path("<slug:course>/<int:number>/coach/<uuid:plan>/", desk.coach, name="coach"),
]

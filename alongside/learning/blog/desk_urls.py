"""Addresses of the desk, under `/<place>/workspace/blog/`."""

from django.urls import path

from alongside.learning.blog.views import desk

app_name = "blog_desk"

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("write/", desk.write, name="write"),
    path("<slug:kind>/new/", desk.label, name="new-label"),
    path("<slug:kind>/<slug:slug>/", desk.label, name="label"),
    path("<slug:kind>/<slug:slug>/take-away/", desk.take_away, name="take-away"),
]

"""Addresses of the index of practice, below `/<place>/workspace/practices/`."""

from django.urls import path

from alongside.foundation.practices import views

app_name = "practices"

urlpatterns = [
    path("", views.practice_list, name="list"),
    path("import/", views.upload, name="import"),
    path("import/<uuid:staged>/", views.preview, name="import-preview"),
    path("import/<uuid:staged>/problems.csv", views.problems, name="import-problems"),
    path("from/<slug:owner>/<slug:practice>/", views.practice_page, name="page"),
]

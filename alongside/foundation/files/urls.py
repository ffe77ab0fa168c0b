"""Addresses below `/<place>/workspace/services/`: services brought in from a file."""

from django.urls import path

from alongside.foundation.files import views

app_name = "files"

urlpatterns = [
    path("import/", views.upload, name="import"),
    path("import/<uuid:staged>/", views.preview, name="import-preview"),
    path("import/<uuid:staged>/problems.csv", views.problems, name="import-problems"),
]

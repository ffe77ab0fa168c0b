"""Addresses below `/<place>/workspace/wards/`: wards brought in from a file."""

from django.urls import path

from alongside.foundation.files import views

app_name = "ward_files"

urlpatterns = [
    path("import/", views.upload_wards, name="import"),
    path("import/<uuid:staged>/", views.preview_wards, name="import-preview"),
    path("import/<uuid:staged>/problems.csv", views.ward_problems, name="import-problems"),
]

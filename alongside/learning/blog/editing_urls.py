"""Addresses of Wagtail's editor and of pictures. `editing` stands before the editor."""

from django.urls import include, path
from wagtail.admin import urls as editor

from alongside.learning.blog.views import pictures

urlpatterns = [
    path("editing/", include(editor)),
    path("pictures/<path:name>", pictures.picture, name="blog-picture"),
]

"""The gallery alone, so that these tests need nothing of the site."""

from django.urls import include, path

urlpatterns = [path("ui/", include("alongside.ui.urls"))]

"""Addresses for whoever watches the site: /healthz and /readyz."""

from django.urls import path

from alongside.site.health import healthz, readyz

urlpatterns = [path("healthz", healthz, name="healthz"), path("readyz", readyz, name="readyz")]

"""Addresses of a shared Star for everyone, under `/<place>/star/`."""

from django.urls import path

from alongside.star.map_it.views import front

app_name = "star"

urlpatterns = [
    path("", front.public_star, name="page"),
    path("star.svg", front.public_svg, name="svg"),
    path("star.pdf", front.public_pdf, name="pdf"),
]

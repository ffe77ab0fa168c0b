"""Addresses of a place's settings, below `/<place>/workspace/settings/`."""

from django.urls import path

from alongside.foundation.places.views import facts, services, wards, words

app_name = "places"

urlpatterns = [
    path("", facts.settings, name="settings"),
    path("contact/", facts.contact, name="contact"),
    path("pause/", facts.pause, name="pause"),
    path("address/", facts.address, name="address"),
    path("services/", services.services, name="services"),
    path("services/pick/", services.pick, name="pick-services"),
    path("services/add/", services.add, name="add-service"),
    path("services/<slug:service>/change/", services.change, name="change-service"),
    path("services/<slug:service>/end/", services.end, name="end-service"),
    path("organisations/", services.organisations, name="organisations"),
    path("wards/", wards.wards, name="wards"),
    path("wards/<slug:ward>/change/", wards.change, name="change-ward"),
    path("wards/<slug:ward>/end/", wards.end, name="end-ward"),
    path("words/", words.words, name="words"),
    path("words/<slug:key>/", words.word, name="word"),
]

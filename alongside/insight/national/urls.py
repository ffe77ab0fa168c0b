"""Address of the national picture: `/<nation>/national/`."""

from django.urls import path

from alongside.insight.national import views

app_name = "national"

urlpatterns = [path("", views.national_picture, name="picture")]

"""Who of the nation coaches which partnership, below `/<place>/national/coaching/`."""

from django.urls import path

from alongside.learning.coaching.views import partnerships

app_name = "coaching"

urlpatterns = [path("", partnerships.partnerships, name="partnerships")]

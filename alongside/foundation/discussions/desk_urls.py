"""Addresses of the moderators' desk, below `/<place>/workspace/comments/`."""

from django.urls import path

from alongside.foundation.discussions.views import moderating

app_name = "comments"

urlpatterns = [
    path("", moderating.desk, name="desk"),
    path("many/", moderating.many, name="many"),
    path("open/", moderating.opening, name="opening"),
    path("<uuid:comment>/<slug:move>/", moderating.decide, name="decide"),
]

"""Short addresses on posters and in mail; a code stands there only until it is exchanged."""

from django.urls import path

from alongside.site.views import join

app_name = "join"

urlpatterns = [
    path("", join.welcome, name="welcome"),
    path("<str:code>", join.exchange, name="exchange"),
    path("<str:code>/", join.exchange),
]

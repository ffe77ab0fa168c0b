"""Addresses that stand in our mail, under `/help/`: they ask for no sign-in."""

from django.urls import path

from alongside.learning.blog.views import newsletter

app_name = "blog_mail"

urlpatterns = [
    path("new-posts/yes/<str:token>/", newsletter.yes, name="yes"),
    path("new-posts/no/<str:token>/", newsletter.stop, name="stop"),
]

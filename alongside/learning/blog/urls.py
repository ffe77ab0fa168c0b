"""Addresses of the blog, under `/learn/`."""

from django.urls import path

from alongside.learning.blog.views import desk, newsletter, reading

app_name = "blog"

urlpatterns = [
    path("blog/", reading.posts, name="list"),
    path("blog/feed.atom", reading.feed, name="feed"),
    path("blog/newsletter/", newsletter.ask, name="newsletter"),
    path("blog/writing/", desk.my_desk, name="my-desk"),
    path("blog/<slug:place>/<slug:slug>/", reading.post, name="post"),
    path("pages/<slug:place>/<slug:slug>/", reading.prose, name="prose"),
]

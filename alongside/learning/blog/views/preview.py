"""How a draft looks to readers, for whoever writes it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.learning.blog.models import Post, Written
from alongside.learning.blog.pictures import pictures_in, with_renditions
from alongside.learning.blog.views.reading import post_context


def preview(request: HttpRequest, written: Written) -> HttpResponse:
    """Draw a page as it would be read."""
    if isinstance(written, Post):
        return render(request, "blog/post.html", post_context(written))
    with_renditions(pictures_in(written))
    return render(request, "blog/prose.html", {"prose": written})

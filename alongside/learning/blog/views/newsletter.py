"""New posts by email: ask, say yes a second time, stop."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from alongside.foundation.accounts.network import network_of
from alongside.foundation.places.doors import open_to_everyone, with_key_in_address
from alongside.foundation.places.models import Place
from alongside.learning.blog.actions.newsletter import (
    ask_for_posts,
    confirm_subscription,
    stop_posts,
)
from alongside.learning.blog.forms import NewsletterForm


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@open_to_everyone
def ask(request: HttpRequest) -> HttpResponse:
    """Ask for a place's new posts. The answer is the same for addresses that asked before."""
    places = Place.objects.open_to_the_public().order_by("kind", "name")
    wanted = {"place": request.GET.get("place", "")}
    data = request.POST if request.method == "POST" else None
    form = NewsletterForm(data, places=places, initial=wanted)
    if form.is_valid():
        said = form.cleaned_data
        if said["website"] or ask_for_posts(
            said["place"], email=said["email"], network=network_of(request)
        ):
            return render(request, "blog/newsletter_asked.html", {"email": said["email"]})
        form.add_error(None, _("Too many addresses were given from here today. Try tomorrow."))
    return render(request, "blog/newsletter.html", {"form": form})


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@open_to_everyone
def yes(request: HttpRequest, token: str) -> HttpResponse:
    """Say yes a second time. Opening the page changes nothing: mail scanners open links too."""
    asked = confirm_subscription(token) if request.method == "POST" else None
    if request.method == "POST" and asked is None:
        raise Http404
    return with_key_in_address(render(request, "blog/newsletter_yes.html", {"done": asked}))


# The token in the address is the whole authority; mail programs post here without any cookie.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@open_to_everyone
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Stop the letters, and forget the address."""
    done = request.method == "POST"
    if done and not stop_posts(token):
        raise Http404
    return with_key_in_address(render(request, "blog/newsletter_stop.html", {"done": done}))

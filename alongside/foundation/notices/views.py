"""How often to hear, for whoever is signed in; and the page behind "write to me no more"."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from alongside.foundation.notices.actions import stop_everything
from alongside.foundation.notices.actions import wish as choose
from alongside.foundation.notices.forms import WishForm
from alongside.foundation.notices.queries import own_wish
from alongside.foundation.places.doors import (
    for_account_holders,
    open_to_everyone,
    with_key_in_address,
)


@require_http_methods(["GET", "HEAD", "POST"])
@for_account_holders
def wish(request: HttpRequest) -> HttpResponse:
    """Choose how often to hear."""
    by = request.actor  # type: ignore[attr-defined]
    data = request.POST if request.method == "POST" else None
    form = WishForm(data, initial={"often": own_wish(by)})
    if form.is_valid():
        choose(often=form.cleaned_data["often"], by=by)
        messages.success(request, _("Saved."))
        return redirect("notices:wish")
    status = 422 if form.is_bound else 200
    return render(request, "notices/wish.html", {"form": form}, status=status)


# The token in the address is the whole authority; mail programs post here without any cookie.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@open_to_everyone
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Stop it all. Opening the page changes nothing: mail scanners open links too."""
    done = request.method == "POST"
    if done and stop_everything(token) is None:
        raise Http404
    return with_key_in_address(render(request, "notices/stop.html", {"done": done}))

"""My comments: what became of them, taking one back, asking again; and confirming an address."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.foundation.discussions.actions import appeal, confirm_address, take_back
from alongside.foundation.discussions.forms import AppealForm
from alongside.foundation.discussions.models import Comment
from alongside.foundation.discussions.panels import desk_rows
from alongside.foundation.discussions.queries import own_comment, own_comments
from alongside.foundation.discussions.views.writer import writer
from alongside.foundation.history.actor import Actor
from alongside.foundation.members.seat_cookies import forget_words, words_handed_over
from alongside.foundation.places.doors import open_to_everyone


@never_cache
@require_safe
@open_to_everyone
def mine(request: HttpRequest) -> HttpResponse:
    """What I wrote, and where it stands."""
    by = writer(request)
    context = {
        "rows": desk_rows(own_comments(by), by),
        "words_to_keep": words_handed_over(request),
    }
    page = render(request, "discussions/mine.html", context)
    forget_words(page)
    return page


@never_cache
@require_POST
@open_to_everyone
def take_back_mine(request: HttpRequest, comment: uuid.UUID) -> HttpResponse:
    """Take one back."""
    by = writer(request)
    take_back(_own(by, comment), by=by)
    messages.success(request, _("Your comment is taken back, and its words are deleted."))
    return redirect("discussions:mine")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@open_to_everyone
def appeal_mine(request: HttpRequest, comment: uuid.UUID) -> HttpResponse:
    """Ask for a second look."""
    by = writer(request)
    found = _own(by, comment)
    form = AppealForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        appeal(found, words=form.cleaned_data["words"], by=by)
        messages.success(request, _("Somebody looks at your comment again."))
        return redirect("discussions:mine")
    context = {"form": form, "row": desk_rows([found], by)[0]}
    return render(request, "discussions/appeal.html", context, status=422 if form.is_bound else 200)


def _own(by: Actor, public_id: uuid.UUID) -> Comment:
    found = own_comment(by, public_id)
    if found is None:
        raise Http404
    return found


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@open_to_everyone
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Confirm an address. Opening the page changes nothing: mail scanners open links too."""
    done = request.method == "POST"
    if done and confirm_address(token) is None:
        raise Http404
    response = render(request, "discussions/confirm.html", {"done": done})
    response["Referrer-Policy"] = "no-referrer"
    return response

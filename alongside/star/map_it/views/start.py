"""The hour's path: from nothing to a first look that a room can answer. One page a question.

What was filled in waits in the session, so that going back, a reload or a sign-in in between loses
nothing. Only the last button writes, all at once.
"""

from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from alongside.foundation.history.refusal import Refusal
from alongside.foundation.places.doors import for_account_holders, open_to_everyone
from alongside.star.map_it.actions.start import start_partnership
from alongside.star.map_it.forms.start_steps import STEPS, beginning_of, check_rows, step_named
from alongside.star.map_it.queries.start import ground, started_by

DRAFT = "start"
STARTED = "start-done"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@open_to_everyone
def front(request: HttpRequest) -> HttpResponse:
    """What happens in an hour, for anyone; pressing start opens the door to an account."""
    here = ground()
    if request.method == "POST" and not here.is_closed:
        request.session.setdefault(DRAFT, {})
        if request.user.is_authenticated:
            return redirect("start:step", STEPS[0].key)
        request.session["may_sign_up"] = True
        return redirect("start:account")
    context = {
        "here": here,
        "started": started_by(request.actor),  # type: ignore[attr-defined]
        "is_begun": bool(request.session.get(DRAFT)),
    }
    return render(request, "map_it/start/front.html", context)


@never_cache
@require_http_methods(["GET", "HEAD"])
@open_to_everyone
def account(request: HttpRequest) -> HttpResponse:
    """Make an account, or sign in; then the path goes on by itself."""
    if DRAFT not in request.session:
        return redirect("start:front")
    if request.user.is_authenticated and not _lacks_second_step(request):
        return redirect("start:step", STEPS[0].key)
    context = {
        "next": reverse("start:step", args=[STEPS[0].key]),
        "lacks_second_step": _lacks_second_step(request),
        "mail_is_kept": settings.DEMO,
    }
    return render(request, "map_it/start/account.html", context)


def _lacks_second_step(request: HttpRequest) -> bool:
    """Whether the pages of a lead would be closed to this account; better said now than later."""
    signed_in = request.user.is_authenticated and settings.SECOND_FACTOR_REQUIRED
    return bool(signed_in and not is_mfa_enabled(request.user))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@for_account_holders
def step(request: HttpRequest, *, step: str) -> HttpResponse:
    """One page of the path; what is typed is kept, and later pages wait for earlier ones."""
    found = step_named(step)
    if found is None:
        raise Http404
    draft = request.session.get(DRAFT)
    if draft is None:
        return _nothing_begun(request)
    if ground().is_closed or _lacks_second_step(request):
        return redirect("start:front" if ground().is_closed else "start:account")
    waiting = next((one for one in STEPS if one.key not in draft), None)
    if waiting is not None and STEPS.index(waiting) < STEPS.index(found):
        return redirect("start:step", waiting.key)
    form = found.form(request.POST or None, initial=draft.get(found.key))
    if form.is_valid():
        request.session[DRAFT] = {**draft, found.key: form.cleaned_data}
        return redirect(_next_address(request, found.key))
    return _page(request, found.key, form)


def _next_address(request: HttpRequest, key: str) -> str:
    at = next(at for at, one in enumerate(STEPS) if one.key == key)
    is_change = "check" in request.GET
    if is_change or at + 1 == len(STEPS):
        return reverse("start:check")
    return reverse("start:step", args=[STEPS[at + 1].key])


def _page(request: HttpRequest, key: str, form: Any, *, status: int = 200) -> HttpResponse:
    at = next(at for at, one in enumerate(STEPS) if one.key == key)
    if "check" in request.GET:
        back = reverse("start:check")
    else:
        back = reverse("start:step", args=[STEPS[at - 1].key]) if at else reverse("start:front")
    context = {
        "form": form,
        "step": STEPS[at],
        "number": at + 1,
        "total": len(STEPS) + 1,
        "back": back,
    }
    return render(request, f"map_it/start/{key}.html", context, status=status)


def _nothing_begun(request: HttpRequest) -> HttpResponse:
    """A second press after the first was done leads to the same first look."""
    started = request.session.get(STARTED)
    return redirect("start:hub", *started) if started else redirect("start:front")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@for_account_holders
def check(request: HttpRequest) -> HttpResponse:
    """Everything once more, each with a way to change it; then the one button that writes."""
    draft = request.session.get(DRAFT)
    if draft is None:
        return _nothing_begun(request)
    waiting = next((one for one in STEPS if one.key not in draft), None)
    if waiting is not None:
        return redirect("start:step", waiting.key)
    if request.method == "POST":
        return _begin(request, draft)
    return render(request, "map_it/start/check.html", _check_context(draft))


def _check_context(draft: dict[str, Any]) -> dict[str, Any]:
    return {
        "rows": check_rows(draft),
        "here": ground(),
        "back": reverse("start:step", args=[STEPS[-1].key]),
        "total": len(STEPS) + 1,
    }


def _begin(request: HttpRequest, draft: dict[str, Any]) -> HttpResponse:
    try:
        round_ = start_partnership(beginning_of(draft), by=request.actor)  # type: ignore[attr-defined]
    except Refusal as refusal:
        if refusal.code != "slug_taken":
            raise
        # Somebody took the address while this page was open: say it where it can be changed.
        first = STEPS[0]
        form = first.form(draft[first.key])
        form.is_valid()
        if not form.errors:
            form.add_error("slug", str(refusal.words))
        return _page(request, first.key, form, status=409)
    request.session[STARTED] = [round_.place.slug, round_.slug]
    for key in (DRAFT, "may_sign_up"):
        request.session.pop(key, None)
    return redirect("start:hub", round_.place.slug, round_.slug)

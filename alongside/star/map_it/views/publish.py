"""Pages for sharing a Star: preview, signatures, sharing, taking back."""

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from alongside.star.map_it.actions import publish as actions
from alongside.star.map_it.doors import with_round
from alongside.star.map_it.forms.publish import PreviewForm, ReplyForm, SignForm
from alongside.star.map_it.models import Round
from alongside.star.map_it.rules import rounds as rules


@require_safe
@with_round("round.see_results")
def sharing(request: HttpRequest, round_: Round) -> HttpResponse:
    return _page(request, round_)


def _page(request: HttpRequest, round_: Round, **forms: Form) -> HttpResponse:
    missing = actions.what_is_missing(round_)
    by = request.actor  # type: ignore[attr-defined]
    return render(
        request,
        "map_it/sharing.html",
        {
            "round": round_,
            "preview_form": PreviewForm(),
            "sign_form": SignForm(),
            "reply_form": ReplyForm(),
            **forms,
            "has_errors": any(form.errors for form in forms.values()),
            "missing": missing.words if missing else "",
            "needs_resident": actions.has_resident_lead(round_),
            "resident_lead": actions.resident_lead_of(round_),
            "replies": actions.replies_to(round_),
            "can_publish": rules.can_publish_round(by, round_),
            "can_sign": rules.can_sign_off(by, round_),
            "is_running": (is_running := actions.preview_is_running(round_)),
            "can_reply": rules.can_reply(by, round_) and is_running,
            "has_signed": rules.has_signed(by, round_),
        },
    )


@require_POST
@with_round("round.publish")
def preview(request: HttpRequest, round_: Round) -> HttpResponse:
    form = PreviewForm(request.POST)
    if not form.is_valid():
        return _page(request, round_, preview_form=form)
    clean = form.cleaned_data
    actions.offer_preview(round_, wanted=clean["wanted"], days=clean["days"], by=request.actor)  # type: ignore[attr-defined]
    messages.success(request, _("Members can now see what would be shared."))
    return _back(round_)


@require_POST
@with_round("round.sign_off")
def sign(request: HttpRequest, round_: Round) -> HttpResponse:
    form = SignForm(request.POST)
    if not form.is_valid():
        return _page(request, round_, sign_form=form)
    actions.sign_off(round_, dissent=form.cleaned_data["dissent"], by=request.actor)  # type: ignore[attr-defined]
    messages.success(request, _("Signed."))
    return _back(round_)


@require_POST
@with_round("round.see_results")
def reply(request: HttpRequest, round_: Round) -> HttpResponse:
    form = ReplyForm(request.POST)
    if not form.is_valid():
        return _page(request, round_, reply_form=form)
    actions.reply_to_preview(round_, text=form.cleaned_data["text"], by=request.actor)  # type: ignore[attr-defined]
    messages.success(request, _("Your reply is kept. You can replace it until the days are over."))
    return _back(round_)


@require_POST
@with_round("round.publish")
def share(request: HttpRequest, round_: Round) -> HttpResponse:
    actions.share_round(round_, by=request.actor)  # type: ignore[attr-defined]
    messages.success(request, _("Shared."))
    return _back(round_)


@require_POST
@with_round("round.publish")
def withdraw(request: HttpRequest, round_: Round) -> HttpResponse:
    actions.take_back(round_, by=request.actor)  # type: ignore[attr-defined]
    messages.success(request, _("Private again."))
    return _back(round_)


def _back(round_: Round) -> HttpResponse:
    return redirect("map_it:sharing", round_.place.slug, round_.slug)

"""The page on which a guest's own word about their group is confirmed."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.foundation.history.refusal import Refusal
from alongside.foundation.places.vocabulary import words_of
from alongside.star.map_it.actions.vouching import confirm_group
from alongside.star.map_it.doors import with_round
from alongside.star.map_it.forms.vouching import ConfirmForm
from alongside.star.map_it.models import Round


@require_http_methods(["GET", "HEAD", "POST"])
@with_round("round.enter")
def confirm(request: HttpRequest, round_: Round) -> HttpResponse:
    """Confirm, by the code that somebody told, that they belong to a group."""
    form = ConfirmForm(request.POST or None, words=words_of(round_.place))
    if form.is_valid() and _is_confirmed(request, round_, form):
        messages.success(request, _("Confirmed. Their answers count in that group now."))
        return redirect("map_it:round", round_.place.slug, round_.slug)
    return render(request, "map_it/confirm.html", {"form": form, "round": round_})


def _is_confirmed(request: HttpRequest, round_: Round, form: ConfirmForm) -> bool:
    try:
        confirm_group(round_, by=request.actor, **form.cleaned_data)  # type: ignore[attr-defined]
    except Refusal as refusal:
        if refusal.code != "unknown_code":
            raise
        form.add_error("code", str(refusal.words))
        return False
    return True

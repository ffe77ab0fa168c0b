"""Go on from another device: the pages that give a guest three words, once, and that take them."""

from collections.abc import Callable
from typing import Any, Protocol

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from alongside.foundation.accounts.attempts import attempts_exhausted, record_failure
from alongside.foundation.accounts.codes import CodeKind
from alongside.foundation.accounts.network import network_of
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.models import Seat
from alongside.foundation.members.seat_cookies import (
    forget_words,
    hand_over_words,
    words_handed_over,
)
from alongside.foundation.members.seats import renew_words, seat_of_words
from alongside.foundation.places.models import Place


class Desk(Protocol):
    """Where somebody takes part, whatever they do there."""

    request: HttpRequest
    place: Place
    seat: Seat | None

    def url(self, name: str) -> str: ...
    def page(self, template: str, context: dict[str, Any]) -> HttpResponse: ...


class ComeBackForm(forms.Form):
    """The three words that bring somebody back."""

    words = forms.CharField(
        max_length=80,
        label=_("Your three words"),
        help_text=_("For example: river table moon"),
        error_messages={"required": _("Enter your three words.")},
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )


def come_back_page(desk: Desk, welcome: Callable[[Seat], HttpResponse]) -> HttpResponse:
    """Take three words and let `welcome` bring their seat back in; whoever guesses is slowed down."""
    request = desk.request
    form = ComeBackForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        network = network_of(request)
        if attempts_exhausted(CodeKind.RETURN, network):
            raise Refusal(
                "too_many_tries",
                _("There were too many tries from here. Please wait a quarter of an hour."),
                status=429,
            )
        seat = seat_of_words(form.cleaned_data["words"])
        if seat is not None and seat.place_id == desk.place.pk:
            return welcome(seat)
        record_failure(CodeKind.RETURN, network)
        form.add_error("words", _("These words don't open anything here. Check each one."))
    return desk.page("come_back", {"form": form})


def three_words_page(desk: Desk, name: str) -> HttpResponse:
    """Make new words at a press of the button, and show them once. `name`: of address and page."""
    if desk.request.method == "POST":
        reply = redirect(desk.url(name))
        if desk.seat is not None:
            hand_over_words(reply, renew_words(desk.seat))
        return reply
    page = desk.page(name, {"words_to_keep": words_handed_over(desk.request)})
    forget_words(page)
    return page

"""The facilitator's moves: reveal, ask again, end. Afterwards back to the page they came from."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from alongside.star.focus_it.actions import reveal
from alongside.star.focus_it.doors import with_matrix
from alongside.star.focus_it.models import Matrix

# No turn has this number: a page that doesn't say what it showed moves nothing.
NOT_SAID = 0


def _moving(move: Callable[..., object]) -> Callable[..., HttpResponse]:
    """A view that moves the room on, from the turn that the page showed."""

    @require_POST
    @with_matrix("room.hold")
    def view(request: HttpRequest, matrix: Matrix) -> HttpResponse:
        seen = request.POST.get("turn", "")[:4]
        move(matrix, turn=int(seen) if seen.isdecimal() else NOT_SAID, by=request.actor)  # type: ignore[attr-defined]
        back = request.POST.get("next", "")
        if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
            back = reverse("focus_it:matrix", args=[matrix.place.slug, matrix.slug])
        return redirect(back)

    return view


reveal_now = _moving(reveal.reveal_matrix)
ask_again = _moving(reveal.ask_again)
end = _moving(reveal.end_matrix)

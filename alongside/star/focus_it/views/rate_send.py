"""What phones send by themselves: ratings gathered while they were offline, each kept once."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from alongside.foundation.history.refusal import Refusal
from alongside.foundation.places.doors import at_the_front
from alongside.foundation.places.models import Place
from alongside.foundation.responses.page_token import author_of_page
from alongside.foundation.rooms.queries import live_state
from alongside.star.focus_it.actions.ratings import rate
from alongside.star.focus_it.forms.rating import read_batch
from alongside.star.focus_it.queries.matrices import find_matrix


@never_cache
@csrf_exempt
@require_POST
@at_the_front
def send(request: HttpRequest, place: Place, slug: str) -> HttpResponse:
    """Keep a batch of ratings. The token in it says whose; no cookie is looked at (trust 14)."""
    matrix = find_matrix(place, slug)
    if matrix is None:
        raise Http404
    try:
        token, entries = read_batch(request.body)
    except ValidationError as wrong:
        return JsonResponse({"error": "not_ratings", "words": wrong.message}, status=400)
    author = author_of_page(request, token, matrix.activity)
    if author is None:
        return JsonResponse({"error": "whose"}, status=403)
    try:
        kept = rate(matrix, author.response, entries, by=author.actor)
    except Refusal as refusal:
        told = {"error": refusal.code, "words": str(refusal.words)}
        return JsonResponse(told, status=refusal.status)
    state = live_state(matrix.room.public_id)
    became = {str(key): outcome.value for key, outcome in kept.items()}
    return JsonResponse({"kept": became, "wait": state.wait if state else 4})

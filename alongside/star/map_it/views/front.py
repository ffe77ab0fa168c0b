"""The Star that a partnership chose to share with everyone."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside.foundation.disclosure.models import Release
from alongside.foundation.files.downloads import as_download
from alongside.foundation.places.doors import at_the_front
from alongside.foundation.places.models import Place
from alongside.foundation.places.vocabulary import words_of
from alongside.star.framework import export
from alongside.star.framework.drawing import draw_star, draw_star_for_page
from alongside.star.framework.picture import StarPicture
from alongside.star.framework.twin import point_sentence, point_table, step_table
from alongside.star.map_it.models import Round
from alongside.star.map_it.queries.heard import group_sentences
from alongside.star.map_it.queries.releases import shared_star
from alongside.star.map_it.queries.results import differences
from alongside.star.map_it.queries.star import star_picture
from alongside.star.map_it.views.files import svg_response


def shared_or_404(place: Place) -> tuple[Round, Release]:
    """Return the newest round that is public, with its release."""
    found = shared_star(place)
    if found is None:
        raise Http404
    return found


@require_safe
@at_the_front
def public_star(request: HttpRequest, place: Place) -> HttpResponse:
    round_, release = shared_or_404(place)
    words = words_of(place)
    picture = star_picture(round_, release, words)
    return render(
        request,
        "map_it/public_star.html",
        {
            "round": round_,
            "release": release,
            "picture": picture,
            "star": draw_star_for_page(picture),
            "star_table": point_table(picture),
            "step_table": step_table(picture),
            "sentences": [point_sentence(point, picture.scale) for point in picture.points],
            "groups": group_sentences(
                release.bundle["people"], words, minimum=round_.minimum, says_why=True
            ),
            "differences": [d for d in differences(release.bundle, words) if d.is_clear],
        },
    )


@require_safe
@at_the_front
def public_svg(request: HttpRequest, place: Place) -> HttpResponse:
    return svg_response(draw_star(_picture(place)))


@require_safe
@at_the_front
def public_pdf(request: HttpRequest, place: Place) -> HttpResponse:
    return as_download(export.star_pdf(_picture(place)), name=f"{place.slug}-star.pdf")


def _picture(place: Place) -> StarPicture:
    round_, release = shared_or_404(place)
    return star_picture(round_, release, words_of(place))

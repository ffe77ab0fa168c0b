"""The Star and the results as files."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from alongside.foundation.files.downloads import as_download
from alongside.foundation.files.sheets.writing import write_csv, write_json, write_xlsx
from alongside.foundation.places.vocabulary import words_of
from alongside.star.framework import export
from alongside.star.framework.drawing import draw_star
from alongside.star.framework.picture import StarPicture
from alongside.star.map_it.doors import with_round
from alongside.star.map_it.models import Round
from alongside.star.map_it.queries.export import about_results, result_tables
from alongside.star.map_it.queries.star import star_picture
from alongside.star.map_it.views.results import release_or_404


def picture_of(round_: Round) -> StarPicture:
    """Return the Star of the round's newest release."""
    return star_picture(round_, release_or_404(round_), words_of(round_.place))


def _name(round_: Round, ending: str) -> str:
    return f"{round_.place.slug}-{round_.slug}.{ending}"


@require_safe
@with_round("round.see_results")
def star_svg(request: HttpRequest, round_: Round) -> HttpResponse:
    return svg_response(draw_star(picture_of(round_)))


def svg_response(svg: str) -> HttpResponse:
    """Return a picture that may be drawn, and can never run anything."""
    response = HttpResponse(svg, content_type="image/svg+xml")
    response.headers["Content-Security-Policy"] = "default-src 'none'"
    return response


@require_safe
@with_round("round.see_results")
def star_png(request: HttpRequest, round_: Round) -> HttpResponse:
    return as_download(export.star_png(picture_of(round_)), name=_name(round_, "png"))


@require_safe
@with_round("round.see_results")
def star_pdf(request: HttpRequest, round_: Round) -> HttpResponse:
    return as_download(export.star_pdf(picture_of(round_)), name=_name(round_, "pdf"))


@require_safe
@with_round("round.see_results")
def results_xlsx(request: HttpRequest, round_: Round) -> HttpResponse:
    release, words = release_or_404(round_), words_of(round_.place)
    content = write_xlsx(
        result_tables(round_, release, words), about_results(round_, release, words)
    )
    return as_download(content, name=_name(round_, "xlsx"))


@require_safe
@with_round("round.see_results")
def results_csv(request: HttpRequest, round_: Round) -> HttpResponse:
    release, words = release_or_404(round_), words_of(round_.place)
    return as_download(
        write_csv(result_tables(round_, release, words)[0]), name=_name(round_, "csv")
    )


@require_safe
@with_round("round.see_results")
def results_json(request: HttpRequest, round_: Round) -> HttpResponse:
    release, words = release_or_404(round_), words_of(round_.place)
    content = write_json(
        result_tables(round_, release, words), about_results(round_, release, words)
    )
    return as_download(content, name=_name(round_, "json"))

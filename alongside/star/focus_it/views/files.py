"""What was revealed as files to take along: workbook, table, data for programs, picture."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from alongside.foundation.files.downloads import as_download
from alongside.foundation.files.sheets.writing import Table, write_csv, write_json, write_xlsx
from alongside.foundation.places.vocabulary import Words, words_of
from alongside.star.focus_it.doors import with_matrix
from alongside.star.focus_it.drawing import draw_matrix
from alongside.star.focus_it.models import Matrix
from alongside.star.focus_it.queries.export import about_results, result_tables
from alongside.star.focus_it.queries.picture import matrix_picture
from alongside.star.focus_it.queries.releases import latest_sureness
from alongside.star.focus_it.queries.results import Results, results_of


def results_or_404(matrix: Matrix) -> Results:
    """Return what was revealed; before that there is nothing."""
    found = results_of(matrix)
    if found is None:
        raise Http404
    return found


def _tables(found: Results, words: Words) -> list[Table]:
    return result_tables(found, words, latest_sureness(found.matrix))


def _name(matrix: Matrix, ending: str) -> str:
    return f"{matrix.place.slug}-{matrix.slug}.{ending}"


@require_safe
@with_matrix("round.see_results")
def results_xlsx(request: HttpRequest, matrix: Matrix) -> HttpResponse:
    found, words = results_or_404(matrix), words_of(matrix.place)
    content = write_xlsx(_tables(found, words), about_results(found, words))
    return as_download(content, name=_name(matrix, "xlsx"))


@require_safe
@with_matrix("round.see_results")
def results_csv(request: HttpRequest, matrix: Matrix) -> HttpResponse:
    found, words = results_or_404(matrix), words_of(matrix.place)
    return as_download(write_csv(result_tables(found, words)[0]), name=_name(matrix, "csv"))


@require_safe
@with_matrix("round.see_results")
def results_json(request: HttpRequest, matrix: Matrix) -> HttpResponse:
    found, words = results_or_404(matrix), words_of(matrix.place)
    content = write_json(_tables(found, words), about_results(found, words))
    return as_download(content, name=_name(matrix, "json"))


@require_safe
@with_matrix("round.see_results")
def picture_svg(request: HttpRequest, matrix: Matrix) -> HttpResponse:
    """The picture, which may be drawn and can never run anything."""
    found = results_or_404(matrix)
    picture = matrix_picture(matrix, found.items, found.criteria, words_of(matrix.place))
    response = HttpResponse(draw_matrix(picture), content_type="image/svg+xml")
    response.headers["Content-Security-Policy"] = "default-src 'none'"
    return response

"""What stands in a pack: the Star, who takes part, differences, gaps, the matrix, decisions."""

from collections.abc import Callable, Iterator

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.foundation.files.papers import (
    Paper,
    Part,
    heading,
    paragraph,
    picture,
    points,
    table,
)
from alongside.foundation.places.models import Place
from alongside.foundation.places.vocabulary import Words, words_of
from alongside.star.board.queries.overview import Board, board_of
from alongside.star.board.queries.pack_focus import focus_parts
from alongside.star.focus_it.queries.picture import matrix_table
from alongside.star.focus_it.queries.results import Results, last_revealed
from alongside.star.framework.drawing import draw_star
from alongside.star.framework.export import own_instrument_note
from alongside.star.framework.twin import description, point_sentence, point_table, step_table
from alongside.star.map_it.models import Round
from alongside.star.map_it.queries.not_happening import not_happening, services_of
from alongside.star.map_it.queries.reach import silences
from alongside.star.map_it.queries.results import differences
from alongside.star.map_it.queries.star import group_sentences, star_picture

Report = Callable[[int, str], None]
MOST_GAPS = 8


def paper_of(place: Place, *, report: Report = lambda _share, _what: None) -> Paper:
    """Put together what a board needs to read. Figures come from releases only."""
    words = words_of(place)
    report(10, str(_("Reading the Star")))
    board = board_of(place, words)
    parts = list(_star_parts(board, words))
    report(40, str(_("Reading what was rated and decided")))
    results = last_revealed(place)
    parts += [*focus_parts(place, results, words), *_annex(board, results, words)]
    today = date_format(timezone.localdate(), "j F Y")
    return Paper(
        title=_("Board pack: %(place)s") % {"place": place.name},
        language=(get_language() or "en")[:2],
        facts=[_("as of %(day)s") % {"day": today}, *_marks(place)],
        parts=parts,
        note=own_instrument_note(),
    )


def _marks(place: Place) -> list[str]:
    return [_("invented example")] if place.is_example else []


def _star_parts(board: Board, words: Words) -> Iterator[Part]:
    yield heading(_("Where we stand"))
    if board.release is None or board.drawn_round is None:
        yield paragraph(_("No Star has been drawn yet."))
        return
    round_, bundle = board.drawn_round, board.release.bundle
    star = star_picture(round_, board.release, words, arcs=board.arcs)
    yield picture(draw_star(star, prefix="pack"), description=description(star))
    yield points(point_sentence(point, star.scale) for point in star.points)
    yield heading(_("Who takes part"))
    yield points(group_sentences(bundle["people"], words, minimum=round_.minimum))
    services = services_of(round_.place)
    if missing := silences(round_, bundle, words, services)[:5]:
        yield heading(_("Who has not been heard"), level=3)
        yield points(silence.sentence for silence in missing)
    yield from _what_differs(bundle, words)
    yield from _gaps(round_, bundle, words)


def _what_differs(bundle: dict[str, object], words: Words) -> Iterator[Part]:
    yield heading(_("What people see differently"))
    clear = [d for d in differences(bundle, words) if d.is_clear]
    if clear:
        yield points(f"{d.co_name}: {d.sentence} {d.sureness}" for d in clear)
    else:
        yield paragraph(_("No clear difference."))


def _gaps(round_: Round, bundle: dict[str, object], words: Words) -> Iterator[Part]:
    yield heading(_("What is not happening"))
    gaps = not_happening(round_, bundle, words, services_of(round_.place))
    if not gaps:
        yield paragraph(_("Every way of working is in use in every service that was asked about."))
        return
    rows = [
        (
            gap.service.name,
            gap.way_name,
            gap.co_name,
            gap.practices[0].title if gap.practices else _("no case yet"),
        )
        for gap in gaps[:MOST_GAPS]
    ]
    headers = (words["service_singular_start"], _("Way of working"), _("Together"), _("As in"))
    yield table(_("Where more could be tried"), headers, rows)
    if len(gaps) > MOST_GAPS:
        yield paragraph(_("And %(n)s more, on the page of results.") % {"n": len(gaps) - MOST_GAPS})


def _annex(board: Board, results: Results | None, words: Words) -> Iterator[Part]:
    """The tables that say the same as the pictures, for who wants the figures."""
    star = None
    if board.release is not None and board.drawn_round is not None:
        star = star_picture(board.drawn_round, board.release, words, arcs=board.arcs)
    if star is None and results is None:
        return
    yield heading(_("The figures behind the pictures"), is_new_page=True)
    if star is not None:
        for twin in (point_table(star), step_table(star)):
            yield table(twin.caption, twin.headers, twin.rows)
    if results is not None:
        twin = matrix_table(results.matrix, results.items, results.criteria, words)
        yield table(twin.caption, twin.headers, twin.rows)

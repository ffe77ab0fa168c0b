"""Write released results or a Star to a file: `alongside export results star.xlsx --place x`.

Only what a release holds: what is hidden on the page is not in the file either.
"""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from alongside.cli.platform import start_platform
from alongside.cli.refused import CommandRefused


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What, to where, of which place."""
    parser.add_argument("kind", choices=("results", "star"))
    parser.add_argument(
        "file", type=Path, help="its ending says how: .xlsx .csv .json, or .svg .png .pdf"
    )
    parser.add_argument("--place", required=True, help="the place's name in addresses")
    parser.add_argument("--map", help="the map's name in addresses; else the newest with a Star")


def run(options: argparse.Namespace) -> int:
    """Export, and say what was written."""
    start_platform()
    round_, release = _round_with_release(options)
    writers = {"results": _results_writers, "star": _star_writers}[options.kind](round_, release)
    ending = options.file.suffix.lower()
    if ending not in writers:
        raise CommandRefused(f"The file's name must end in {' or '.join(writers)}.")
    if not options.file.absolute().parent.is_dir():
        raise CommandRefused(f"There is no folder {options.file.absolute().parent}.")
    options.file.write_bytes(writers[ending]())
    print(f"Written: {options.file} ({round_.title}, release {release.number})")
    return 0


def _round_with_release(options: argparse.Namespace) -> tuple[Any, Any]:
    from alongside.cli.places import place_named
    from alongside.star.map_it.models import Round
    from alongside.star.map_it.queries.releases import latest_release

    rounds = Round.objects.in_place(place_named(options.place)).select_related("place")
    if options.map:
        rounds = rounds.filter(slug=options.map)
    for round_ in rounds.newest_first():
        if (release := latest_release(round_)) is not None:
            return round_, release
    raise CommandRefused("There is no map with a Star to export.")


def _results_writers(round_: Any, release: Any) -> dict[str, Callable[[], bytes]]:
    from alongside.foundation.files.sheets.writing import write_csv, write_json, write_xlsx
    from alongside.foundation.places.vocabulary import words_of
    from alongside.star.map_it.queries.export import about_results, result_tables

    words = words_of(round_.place)
    tables, about = result_tables(round_, release, words), about_results(round_, release, words)
    return {
        ".xlsx": lambda: write_xlsx(tables, about),
        ".csv": lambda: write_csv(tables[0]),
        ".json": lambda: write_json(tables, about),
    }


def _star_writers(round_: Any, release: Any) -> dict[str, Callable[[], bytes]]:
    from alongside.foundation.places.vocabulary import words_of
    from alongside.star.framework.drawing import draw_star
    from alongside.star.framework.export import star_pdf, star_png
    from alongside.star.map_it.queries.star import star_picture

    picture = star_picture(round_, release, words_of(round_.place))
    return {
        ".svg": lambda: draw_star(picture).encode(),
        ".png": lambda: star_png(picture),
        ".pdf": lambda: star_pdf(picture),
    }

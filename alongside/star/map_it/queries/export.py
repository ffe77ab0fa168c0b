"""The released results of a round as tables, for files. Reads the frozen release and nothing else."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.foundation.disclosure.models import Release
from alongside.foundation.files.sheets.writing import About, Table
from alongside.foundation.places.models import Service
from alongside.foundation.places.vocabulary import Words
from alongside.star.framework.export import own_instrument_note
from alongside.star.framework.instrument import load_instrument
from alongside.star.framework.participation import pair_table, set_table
from alongside.star.framework.picture import CO_KEYS
from alongside.star.framework.twin import point_table
from alongside.star.map_it.models import Round
from alongside.star.map_it.queries.beside import position_lines
from alongside.star.map_it.queries.heard import group_names, group_sentences
from alongside.star.map_it.queries.not_happening import not_happening, services_of
from alongside.star.map_it.queries.results import differences, heat_rows
from alongside.star.map_it.queries.star import participation_picture, star_picture

Bundle = Mapping[str, Any]


def result_tables(round_: Round, release: Release, words: Words) -> list[Table]:
    """Return the Star, the groups, differences, services, gaps and agreed positions as tables."""
    star = point_table(star_picture(round_, release, words))
    together = participation_picture(round_, release, words)
    pairs, sets = pair_table(together), set_table(together)
    services = services_of(round_.place)
    return [
        Table(words["star_name_start"], star.headers, star.rows),
        _groups(release.bundle, words),
        _differences(release.bundle, words),
        _services(round_, release.bundle, words, services),
        Table(pairs.caption, pairs.headers, pairs.rows),
        Table(sets.caption, sets.headers, sets.rows),
        _not_happening(round_, release.bundle, words, services),
        _positions(round_, words),
    ]


def _groups(bundle: Bundle, words: Words) -> Table:
    names = group_names(words)
    rows = [[names[g], told["answered"], told["asked"]] for g, told in bundle["people"].items()]
    return Table(_("Who took part"), [_("Group"), _("Answered"), _("Asked")], rows)


def _differences(bundle: Bundle, words: Words) -> Table:
    rows = [[d.co_name, d.sentence, d.sureness] for d in differences(bundle, words)]
    return Table(_("Where views differ"), [_("Together"), _("In words"), _("How sure")], rows)


def _services(
    round_: Round, bundle: Bundle, words: Words, services: Mapping[str, Service]
) -> Table:
    heat = heat_rows(bundle, load_instrument(round_.instrument_version), services)
    return Table(
        words["service_plural_start"],
        [words["service_singular_start"], *(words[f"{co}_name"] for co in CO_KEYS)],
        [[row.service, *(text for text, _level in row.cells)] for row in heat],
    )


def _not_happening(
    round_: Round, bundle: Bundle, words: Words, services: Mapping[str, Service]
) -> Table:
    gaps = not_happening(round_, bundle, words, services)
    return Table(
        _("Not happening yet"),
        [_("Service"), _("Together"), _("Way of working"), _("Tried elsewhere")],
        [
            [gap.service.name, gap.co_name, gap.way_name, "; ".join(map(str, gap.practices))]
            for gap in gaps
        ],
    )


def _positions(round_: Round, words: Words) -> Table:
    lines = position_lines(round_, words, load_instrument(round_.instrument_version))
    return Table(
        _("Agreed positions"),
        [_("Table"), _("Position"), _("Dissent")],
        [[line.table, line.sentence, line.dissent] for line in lines],
    )


def about_results(round_: Round, release: Release, words: Words) -> About:
    """Return where the figures come from."""
    notes = [own_instrument_note()]
    if round_.place.is_example:
        notes.append(_("Invented example."))
    outside: int = release.unconfirmed_count  # type: ignore[attr-defined] # annotated
    if outside:
        notes.append(
            _("Answers outside the Star, because nobody confirmed the group: %(n)s.")
            % {"n": outside}
        )
    if release.is_provisional:
        notes.append(_("Provisional: drawn in the first hour from a few answers."))
    return About(
        title=f"{round_.title}, {round_.place.name}",
        source=_("Alongside, release %(number)s, %(digest)s")
        % {"number": release.number, "digest": release.digest[:16]},
        as_of=timezone.localdate(release.answers_as_of),
        n=" ".join(group_sentences(release.bundle["people"], words)),
        instrument=round_.instrument_version,
        notes=tuple(notes),
    )

"""The released results of a round as tables, for files. Reads the frozen release and nothing else."""

from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.foundation.disclosure.models import Release
from alongside.foundation.files.sheets.writing import About, Table
from alongside.foundation.places.vocabulary import Words
from alongside.star.framework.export import own_instrument_note
from alongside.star.framework.instrument import load_instrument
from alongside.star.framework.picture import CO_KEYS
from alongside.star.framework.twin import point_table
from alongside.star.map_it.models import Round
from alongside.star.map_it.queries.not_happening import not_happening, services_of
from alongside.star.map_it.queries.results import differences, heat_rows, position_lines
from alongside.star.map_it.queries.star import group_names, group_sentences, star_picture


def result_tables(round_: Round, release: Release, words: Words) -> list[Table]:
    """Return the Star, the groups, differences, services, gaps and agreed positions as tables."""
    bundle, instrument = release.bundle, load_instrument(round_.instrument_version)
    services = services_of(round_.place)
    star = point_table(star_picture(round_, release, words))
    return [
        Table(words["star_name_start"], star.headers, star.rows),
        Table(
            _("Who took part"),
            [_("Group"), _("Answered"), _("Asked")],
            [
                [group_names(words)[group], facts["answered"], facts["asked"]]
                for group, facts in bundle["people"].items()
            ],
        ),
        Table(
            _("Where views differ"),
            [_("Together"), _("In words"), _("How sure")],
            [[d.co_name, d.sentence, d.sureness] for d in differences(bundle, words)],
        ),
        Table(
            words["service_plural"].capitalize(),
            [words["service_singular"].capitalize(), *(words[f"{co}_name"] for co in CO_KEYS)],
            [
                [row.service, *(text for text, _level in row.cells)]
                for row in heat_rows(bundle, instrument, services)
            ],
        ),
        Table(
            _("Not happening yet"),
            [_("Service"), _("Together"), _("Way of working"), _("Tried elsewhere")],
            [
                [gap.service.name, gap.co_name, gap.way_name, "; ".join(map(str, gap.practices))]
                for gap in not_happening(round_, bundle, words, services)
            ],
        ),
        Table(
            _("Agreed positions"),
            [_("Table"), _("Position"), _("Dissent")],
            [
                [line.table, line.sentence, line.dissent]
                for line in position_lines(round_, words, instrument)
            ],
        ),
    ]


def about_results(round_: Round, release: Release, words: Words) -> About:
    """Return where the figures come from."""
    notes = [own_instrument_note()]
    if round_.place.is_example:
        notes.append(_("Invented example."))
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

"""What was revealed as tables, for files. Reads the frozen release and nothing else."""

from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.foundation.disclosure.models import Release
from alongside.foundation.files.sheets.writing import About, Cell, Table
from alongside.foundation.members.models import Group
from alongside.foundation.places.vocabulary import Words
from alongside.star.focus_it.queries.cells import ALL, DIMENSION, SCORES
from alongside.star.focus_it.queries.compared import differences
from alongside.star.focus_it.queries.readings import Reading
from alongside.star.focus_it.queries.results import Results
from alongside.star.focus_it.queries.rows import UNCONFIRMED
from alongside.star.focus_it.queries.sure_words import Sureness, sureness_of
from alongside.star.focus_it.queries.telling import (
    agreement_words,
    field_name,
    group_names,
    group_sentences,
)
from alongside.star.framework.instrument import load_instrument


def result_tables(results: Results, words: Words, release: Release | None = None) -> list[Table]:
    """Return the items with their field, how many gave each score, groups, differences, sureness."""
    sure = sureness_of(results, release)
    return [
        _items(results, words),
        _scores(results, words),
        _groups(results, words),
        _differences(results, words),
        *([_sureness(sure, words)] if sure and sure.items else []),
    ]


def _items(results: Results, words: Words) -> Table:
    """The matrix: one row an item. Figures are numbers, empty where they aren't shown."""
    criteria = results.criteria
    return Table(
        _("Matrix"),
        [
            _("Number"),
            words["activity_singular_start"],
            _("Together"),
            _("Field"),
            *(_mean_of(criterion.name) for criterion in criteria),
            _("Do people agree?"),
            _("Cost (£)"),
            _("Staff days"),
            _("Decision"),
        ],
        [
            [
                item.number,
                item.item.title,
                words[f"{item.item.initiative.co}_name"],
                field_name(item.field, words),
                *(_mean(item.of(criterion.key)) for criterion in criteria),
                agreement_words(item, criteria),
                None if item.item.cost_pence is None else item.item.cost_pence / 100,
                item.item.staff_days,
                str(item.item.decision.get_verdict_display()) if item.item.decision else "",
            ]
            for item in results.items
        ],
    )


def _mean_of(name: str) -> str:
    return _("%(criterion)s (mean)") % {"criterion": name}


def _mean(reading: Reading | None) -> float | None:
    return None if reading is None else round(reading.mean, 1)


def _scores(results: Results, words: Words) -> Table:
    """How many gave each score: one row for each item, criterion and group that is shown."""
    names = group_names(words)
    groups = [ALL, *(group for group in DIMENSION.members if group != UNCONFIRMED)]
    rows: list[list[Cell]] = [
        [
            item.number,
            item.item.title,
            criterion.name,
            _("everyone") if group == ALL else names[group],
            *reading.counts,
            reading.people,
            item.since[criterion.key],
        ]
        for item in results.items
        for criterion in results.criteria
        for group in groups
        if (reading := item.of(criterion.key, group)) is not None
    ]
    headers = [
        _("Number"), words["activity_singular_start"], _("Question"), _("Group"),
        *(_("Score %(score)s") % {"score": score} for score in SCORES), _("People"), _("Turn"),
    ]  # fmt: skip
    return Table(_("Ratings"), headers, rows)


def _groups(results: Results, words: Words) -> Table:
    names = {**group_names(words), UNCONFIRMED: _("group not confirmed")}
    people = results.bundle["people"]
    rows = [[names[group], people.get(group, 0)] for group in (*Group.values, UNCONFIRMED)]
    return Table(_("Who rated"), [_("Group"), _("People")], rows)


def _differences(results: Results, words: Words) -> Table:
    return Table(
        _("Where groups differ"),
        [
            _("Number"),
            words["activity_singular_start"],
            _("Question"),
            _("In words"),
            _("In pairs"),
            _("How sure"),
        ],
        [
            [
                told.item.number,
                told.item.item.title,
                told.criterion,
                told.sentence,
                told.pairs,
                told.sureness,
            ]
            for told in differences(results, words)
        ],
    )


def _sureness(sure: Sureness, words: Words) -> Table:
    """In how many of 100 re-runs, with others rating."""
    return Table(
        _("How sure"),
        [
            _("Number"),
            words["activity_singular_start"],
            words["quick_win_singular"],
            _("Among the first %(k)s") % {"k": sure.first},
        ],
        [
            [item.reading.number, item.reading.item.title, item.quick_win, item.first]
            for item in sure.items
        ],
    )


def about_results(results: Results, words: Words) -> About:
    """Return where the figures come from."""
    matrix, release = results.matrix, results.release
    notes = [load_instrument().text("independence"), protection_words(matrix.minimum)]
    if matrix.place.is_example:
        notes.append(_("Invented example."))
    return About(
        title=f"{matrix.title}, {matrix.place.name}",
        source=_("Alongside, release %(number)s, %(digest)s")
        % {"number": release.number, "digest": release.digest[:16]},
        as_of=timezone.localdate(release.answers_as_of),
        n=" ".join(group_sentences(results.bundle, words)),
        instrument=matrix.instrument_version,
        notes=tuple(notes),
    )


def protection_words(minimum: int) -> str:
    """Say what is never shown."""
    if minimum == 1:
        return _("Everybody agreed to see how few people rated.")
    return _(
        "Nothing is shown of fewer than %(minimum)s people, nor of fewer than ten who all said the "
        "same, nor anything from which it could be worked out."
    ) % {"minimum": minimum}

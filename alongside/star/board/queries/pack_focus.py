"""What a pack says of priorities: the newest matrix, decisions, what is tried, what was learned."""

from collections.abc import Iterator

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from alongside.foundation.files.papers import Part, heading, paragraph, picture, points, table
from alongside.foundation.initiatives.models import Decision, Initiative, Stage
from alongside.foundation.initiatives.money import pounds
from alongside.foundation.places.models import Place
from alongside.foundation.places.vocabulary import Words
from alongside.star.focus_it.drawing import draw_matrix
from alongside.star.focus_it.models import Matrix
from alongside.star.focus_it.queries.picture import field_sentences, matrix_picture
from alongside.star.focus_it.queries.results import Results
from alongside.star.focus_it.queries.telling import group_sentences, who_rated

MOST_DECISIONS = 40


def focus_parts(place: Place, results: Results | None, words: Words) -> list[Part]:
    """Return the parts about what comes first."""
    return [*_matrix_parts(results, words), *_decision_parts(place), *_learned_parts(place)]


def _matrix_parts(results: Results | None, words: Words) -> Iterator[Part]:
    yield heading(_("What comes first"), is_new_page=True)
    if results is None:
        yield paragraph(_("Nothing has been rated yet."))
        return
    matrix: Matrix = results.matrix
    shown = matrix_picture(matrix, results.items, results.criteria, words)
    day = date_format(results.release.answers_as_of, "j F Y")
    yield paragraph(f"{matrix.title}: {who_rated(results.bundle)}, {day}.")
    yield picture(
        draw_matrix(shown, size="wide", prefix="pack-matrix"), description=shown.description
    )
    yield points(field_sentences(results.items, words))
    yield paragraph(" ".join(group_sentences(results.bundle, words)))


def _decision_parts(place: Place) -> Iterator[Part]:
    yield heading(_("What was decided"))
    decisions = list(
        Decision.objects.in_place(place)
        .exclude(verdict__in=(Stage.EXISTING, Stage.CANDIDATE))
        .select_related("initiative")
        .order_by("-on", "-pk")[:MOST_DECISIONS]
    )
    if not decisions:
        yield paragraph(_("Nothing has been decided yet."))
        return
    headers = (_("Activity"), _("Decision"), _("Why"), _("Who, and when"))
    yield table(_("Decisions, newest first"), headers, [_row(decision) for decision in decisions])


def _row(decision: Decision) -> tuple[str, ...]:
    verdict = str(capfirst(Stage(decision.verdict).label))
    question = f"{verdict}: {decision.question}" if decision.question else verdict
    money = pounds(decision.budget_pence) if decision.budget_pence is not None else ""
    dissent = (
        _("Seen differently: %(said)s") % {"said": decision.dissent} if decision.dissent else ""
    )
    day = decision.stops_on or decision.review_on
    until = _("until %(day)s") if decision.stops_on else _("again on %(day)s")
    following = until % {"day": date_format(day, "j F Y")} if day else ""
    when = date_format(decision.on, "j F Y")
    return (
        decision.initiative.title,
        _listed(question, money),
        " ".join(filter(None, (decision.reason, dissent))),
        _listed(decision.decided_by, when, following),
    )


def _listed(*said: str) -> str:
    return ", ".join(filter(None, said))


def _learned_parts(place: Place) -> Iterator[Part]:
    trying = Initiative.objects.in_place(place).at(Stage.TRYING).order_by("title")
    if trying:
        yield heading(_("What is being tried"))
        today = timezone.localdate()
        yield points(
            f"{one.title}: {_until(one.stops_on, today)}"  # type: ignore[attr-defined] # with_stage
            for one in trying
        )
    lessons = Decision.objects.in_place(place).filter(verdict=Stage.STOPPED).exclude(reason="")
    if lessons:
        yield heading(_("What was learned by stopping"))
        yield points(
            f"{d.initiative.title}: {d.reason}" for d in lessons.select_related("initiative")
        )


def _until(day: object, today: object) -> str:
    if day is None:
        return _("no last day")
    told = {"day": date_format(day, "j F Y")}  # type: ignore[arg-type]
    is_over = day < today  # type: ignore[operator]
    return (_("should have stopped on %(day)s") if is_over else _("stops on %(day)s")) % told

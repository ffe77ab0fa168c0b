"""Which page an activity leads to: the one table that knows every kind of activity.

Whoever makes a new kind adds a line to `DOORS` (where people answer), one to `WAYS_BACK` (where
they go on) and one to `OPEN_NOW` (what stands on the public front while it is open). Where its room has
a page of its own, that stands in `ROOM_DOORS`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from django.db.models import Count, DateTimeField, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.foundation.consent.models import Activity
from alongside.foundation.gatherings.models import Gathering
from alongside.foundation.places.models import Place
from alongside.foundation.prepared.reads import Given, prepared
from alongside.foundation.questionnaires.models import Questionnaire
from alongside.foundation.rooms.models import Room
from alongside.star.focus_it.models import Matrix
from alongside.star.map_it.models import Round


@dataclass(frozen=True, slots=True)
class OpenActivity:
    """A card on the public front: something that people can take part in now."""

    title: str
    url: str
    co: str | None = None
    tag: str = ""
    facts: list[str] = field(default_factory=list)


def door_of(activity: Activity) -> str | None:
    """Return the address where people take part in an activity, or nothing if it has no page."""
    door = DOORS.get(activity.kind)
    return door(activity) if door else None


def room_door_of(activity: Activity) -> str | None:
    """Return the address where those go who came through the door of its room."""
    door = ROOM_DOORS.get(activity.kind)
    return door(activity) if door else door_of(activity)


def way_back_to(activity: Activity) -> str | None:
    """Return the address that leads somebody who has begun to where they left off."""
    way_back = WAYS_BACK.get(activity.kind)
    return way_back(activity) if way_back else door_of(activity)


def open_activities(place: Place) -> list[OpenActivity]:
    """Return what residents can take part in now, from every module."""
    return [card for cards in OPEN_NOW for card in cards(place)]


def _explorer_round(activity: Activity, *, page: str = "begin") -> str | None:
    found = Round.objects.in_place(activity.place).filter(activity=activity).first()
    return reverse(f"answer:{page}", args=[activity.place.slug, found.slug]) if found else None


@prepared
def _rounds_open_now() -> QuerySet[Round]:
    now = Given("now", DateTimeField())
    rounds = Round.objects.in_place(Given("place")).filter(state=Round.State.OPEN)
    running = rounds.filter(opens_at__lte=now, closes_at__gt=now).newest_first()
    return running.annotate(service_count=Count("round_services"))


def _open_rounds(place: Place) -> Iterator[OpenActivity]:
    for found in _rounds_open_now(place=place.pk, now=timezone.now()):
        count: int = found.service_count  # type: ignore[attr-defined] # annotated
        day = date_format(timezone.localtime(found.closes_at), "DATE_FORMAT")
        yield OpenActivity(
            title=found.title,
            url=reverse("answer:begin", args=[place.slug, found.slug]),
            facts=[
                ngettext("%(count)s service", "%(count)s services", count) % {"count": count},
                _("4 questions"),
                _("2 minutes"),
                _("until %(day)s") % {"day": day},
            ],
        )


def _matrix(activity: Activity, page: str = "begin") -> str | None:
    found = Matrix.objects.in_place(activity.place).filter(activity=activity).first()
    return reverse(f"rate:{page}", args=[activity.place.slug, found.slug]) if found else None


def _questionnaire(activity: Activity, page: str = "begin") -> str | None:
    asked = Questionnaire.objects.in_place(activity.place).filter(activity=activity).first()
    return reverse(f"ask:{page}", args=[activity.place.slug, asked.slug]) if asked else None


@prepared
def _questionnaires_open_now() -> QuerySet[Questionnaire]:
    asked = Questionnaire.objects.in_place(Given("place")).filter(
        state=Questionnaire.State.OPEN, closes_at__gt=Given("now", DateTimeField())
    )
    return asked.newest_first()


def _open_questionnaires(place: Place) -> Iterator[OpenActivity]:
    for found in _questionnaires_open_now(place=place.pk, now=timezone.now()):
        day = date_format(timezone.localtime(found.closes_at), "DATE_FORMAT")
        yield OpenActivity(
            title=found.title,
            url=reverse("ask:begin", args=[place.slug, found.slug]),
            facts=[_("one question at a time"), _("until %(day)s") % {"day": day}],
        )


def _comments(_activity: Activity) -> str:
    return reverse("discussions:mine")


def _proposals(activity: Activity) -> str:
    return reverse("suggest:mine", args=[activity.place.slug])


def _gathering(activity: Activity) -> str | None:
    found = Gathering.objects.in_place(activity.place).filter(activity=activity).first()
    return reverse("events:booking", args=[activity.place.slug, found.slug]) if found else None


@prepared
def _matrices_open_now() -> QuerySet[Matrix]:
    asked = Matrix.objects.in_place(Given("place"))
    open_now = asked.filter(by_link=True, room__stage=Room.Stage.ASKING).newest_first()
    listed = Count("items", filter=Q(items__withdrawn_at__isnull=True))
    return open_now.select_related("room").annotate(item_count=listed)


def _open_matrices(place: Place) -> Iterator[OpenActivity]:
    """What can be rated by link; a matrix that is rated in a room is entered with its code."""
    for found in _matrices_open_now(place=place.pk):
        until = found.room.answers_until
        if until is not None and until <= timezone.now():
            continue
        count: int = found.item_count  # type: ignore[attr-defined] # annotated
        facts = [
            ngettext("%(count)s thing to rate", "%(count)s things to rate", count)
            % {"count": count}
        ]
        if until is not None:
            day = date_format(timezone.localtime(until), "DATE_FORMAT")
            facts.append(_("until %(day)s") % {"day": day})
        yield OpenActivity(
            title=found.title, url=reverse("rate:begin", args=[place.slug, found.slug]), facts=facts
        )


def _live(activity: Activity) -> str | None:
    found = Gathering.objects.in_place(activity.place).filter(activity=activity).first()
    return reverse("events:live", args=[activity.place.slug, found.slug]) if found else None


Door = Callable[[Activity], str | None]
DOORS: Mapping[str, Door] = {
    "gathering": _gathering,
    "explorer_round": _explorer_round,
    "matrix": _matrix,
    "questionnaire": _questionnaire,
    "proposals": _proposals,
    "comments": _comments,
}
ROOM_DOORS: Mapping[str, Door] = {"gathering": _live}
WAYS_BACK: Mapping[str, Door] = {
    "gathering": _gathering,
    "explorer_round": partial(_explorer_round, page="next"),
    "matrix": partial(_matrix, page="next"),
    "questionnaire": partial(_questionnaire, page="next"),
    "proposals": _proposals,
    "comments": _comments,
}
OPEN_NOW: tuple[Callable[[Place], Iterator[OpenActivity]], ...] = (
    _open_rounds,
    _open_questionnaires,
    _open_matrices,
)

"""Find a round's releases, and the round that it is compared with."""

from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from alongside.foundation.disclosure.models import Release
from alongside.foundation.places.models import Place
from alongside.foundation.prepared.reads import Given, prepared
from alongside.foundation.responses.models import Response
from alongside.star.map_it.models import Baseline, OnRecord, Round

STAR = "star"
EVERY_NUMBER = 2**31 - 1  # no release has a higher one
# In the address of results that were drawn again: why they are as they were.
AS_IT_WAS = "as-it-was"


def draw_key(round_: Round) -> str:
    """Return the key under which drawings of a map are one job at a time."""
    return f"draw_star:{round_.pk}"


@prepared
def _latest_release() -> QuerySet[Release]:
    place, activity = Given("place"), Given("activity")
    baselines = Baseline.objects.in_place(place).filter(place=OuterRef("place"))
    releases = Release.objects.in_place(place).annotate(has_baselines=Exists(baselines))
    found = releases.filter(activity=activity, kind=STAR).order_by("-number")
    said_so = Response.objects.in_place(place).filter(
        activity=OuterRef("activity"), state=Response.State.SUBMITTED, group_confirmed=False
    )
    count = said_so.order_by().values("activity").annotate(n=Count("pk")).values("n")
    by_name = OnRecord.objects.in_place(place).filter(response__activity=OuterRef("activity"))
    return found.annotate(
        unconfirmed_count=Coalesce(Subquery(count), 0), has_names=Exists(by_name)
    )[:1]


def latest_release(round_: Round) -> Release | None:
    """Return the newest release of a round's Star.

    At no cost of its own it knows whether there are earlier surveys to show beside it
    (`has_baselines`), how many answers stand outside because nobody confirmed the group
    (`unconfirmed_count`), and whether councillors stand beside it by name (`has_names`).
    """
    return _latest_release.first(place=round_.place_id, activity=round_.activity_id)


def stars_in(place: Given) -> QuerySet[Release]:
    """The releases of a place's Stars, the one that stands on the board first."""
    stars = Release.objects.in_place(place).filter(kind=STAR)
    return stars.order_by("-activity__round__is_star", "-activity__round__opens_at", "-number")


@prepared
def _standing_release() -> QuerySet[Release]:
    return stars_in(Given("place")).select_related("activity__round")[:1]


def standing_star(place: Place) -> tuple[Round, Release] | None:
    """Return the map whose Star stands on the board, with its newest release. One query."""
    release = _standing_release.first(place=place.pk)
    return (round_of(release, place), release) if release else None


def round_of(release: Release, place: Place) -> Round:
    """Return the map of a release that was read together with it."""
    round_: Round = release.activity.round
    round_.place = place
    return round_


def round_before(round_: Round) -> Round | None:
    """Return the closed round before this one, with which change is compared."""
    return (
        Round.objects.in_place(round_.place)
        .filter(state=Round.State.CLOSED, opens_at__lt=round_.opens_at, is_provisional=False)
        .order_by("-opens_at")
        .first()
    )


def ghost_of(before: Round, round_: Round) -> dict[str, Any] | None:
    """Return where the points stood in the round before, if it asked the same questions."""
    release = latest_release(before)
    if release is None or before.instrument_version != round_.instrument_version:
        return None
    levels = [point["level"] for point in release.bundle["points"]]
    return {"label": before.title, "levels": levels}


def was_shared(round_: Round) -> Q:
    """Which releases of a round its signatures cover: those drawn later stay inside."""
    upto = Q(number__lte=round_.shared_number) if round_.shared_number else Q()
    return Q(activity=round_.activity_id) & upto


@prepared
def _public_round() -> QuerySet[Round]:
    rounds = Round.objects.in_place(Given("place"))
    public = rounds.filter(sharing=Round.Sharing.PUBLIC)
    return public.order_by("-is_star", "-opens_at", "-pk")[:1]


@prepared
def _release_up_to() -> QuerySet[Release]:
    releases = Release.objects.in_place(Given("place")).filter(activity=Given("activity"))
    return releases.filter(kind=STAR, number__lte=Given("number")).order_by("-number")[:1]


def shared_star(place: Place) -> tuple[Round, Release] | None:
    """Return the Star that everybody may see, with its map. Two queries.

    It is the one on the board if that is shared, else the newest that is.
    """
    shared = _public_round.first(place=place.pk)
    if shared is None:
        return None
    upto = shared.shared_number or EVERY_NUMBER
    release = _release_up_to.first(place=place.pk, activity=shared.activity_id, number=upto)
    if release is None:
        return None
    shared.place = place
    return shared, release

"""Which partnerships share a Star with the national team, and that Star in small."""

from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q

from alongside.foundation.disclosure.models import Release
from alongside.foundation.places.models import Place
from alongside.foundation.places.vocabulary import default_words
from alongside.star.framework.drawing import draw_star
from alongside.star.framework.picture import STEP_KEYS, ArcPicture, ArcState
from alongside.star.framework.twin import short_status
from alongside.star.map_it.models import Round
from alongside.star.map_it.queries.releases import STAR, was_shared
from alongside.star.map_it.queries.star import star_picture

SHARED = (Round.Sharing.NATIONAL, Round.Sharing.PUBLIC)


@dataclass(frozen=True, slots=True)
class SharedStar:
    """One partnership's row; without a Star it shares nothing, or has none yet."""

    place: Place
    star: str = ""
    levels: tuple[str, ...] = ()
    when: str = ""
    is_public: bool = False


def shared_stars(nation: Place) -> list[SharedStar]:
    """Return every partnership of a nation by name, with the Star it shares. Three queries."""
    partnerships = list(nation.partnerships.open_to_the_public().order_by("name"))
    newest = _newest_rounds(partnerships)
    releases = _latest_releases(list(newest.values()))
    return [
        _shared(place, newest.get(place.pk), releases, at) for at, place in enumerate(partnerships)
    ]


def _newest_rounds(partnerships: list[Place]) -> dict[int, Round]:
    rounds = Round.objects.unscoped(reason="only what partnerships chose to share").filter(
        place__in=partnerships, sharing__in=SHARED
    )
    return {round_.place_id: round_ for round_ in rounds.order_by("is_star", "opens_at", "pk")}


def _latest_releases(rounds: list[Round]) -> dict[int, Release]:
    shared = reduce(or_, map(was_shared, rounds), Q(pk__in=()))
    releases = Release.objects.unscoped(reason="of rounds that are shared").filter(
        shared, kind=STAR
    )
    return {release.activity_id: release for release in releases.order_by("number")}


def _shared(
    place: Place, round_: Round | None, releases: dict[int, Release], at: int
) -> SharedStar:
    release = releases.get(round_.activity_id) if round_ else None
    if round_ is None or release is None:
        return SharedStar(place)
    round_.place = place
    words = default_words()
    arcs = [ArcPicture(step, words[f"{step}_short"], ArcState.NOT_STARTED) for step in STEP_KEYS]
    picture = star_picture(round_, release, words, arcs=arcs)
    return SharedStar(
        place,
        draw_star(picture, size="small", prefix=f"star{at}"),
        tuple(short_status(point, picture.scale) for point in picture.points),
        picture.caption.when,
        is_public=round_.sharing == Round.Sharing.PUBLIC,
    )

"""From a frozen release to what a page draws: the Star, who takes part, and their sentences."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.foundation.disclosure.models import Release
from alongside.foundation.places.vocabulary import Words
from alongside.star.framework.instrument import Instrument, load_instrument
from alongside.star.framework.participation import CoTies, Member, ParticipationPicture
from alongside.star.framework.picture import (
    CO_KEYS,
    ArcPicture,
    Caption,
    Ghost,
    Marker,
    PointPicture,
    Shape,
    StarPicture,
    Status,
)
from alongside.star.framework.progress import step_arcs
from alongside.star.map_it.models import Round
from alongside.star.map_it.queries.heard import group_names, group_sentences

Bundle = Mapping[str, Any]
NO_RINGS = (0.0, 0.0, 0.0, 0.0)


def star_picture(
    round_: Round, release: Release, words: Words, *, arcs: Sequence[ArcPicture] | None = None
) -> StarPicture:
    """Return the Star of a release, with the last round's on the same questions behind it."""
    instrument = load_instrument(round_.instrument_version)
    bundle = release.bundle
    names, heard = group_names(words), _heard(bundle)
    return StarPicture(
        title=f"{words['star_name_start']}: {round_.place.name}",
        points=tuple(_point(p, instrument, words, names, heard=heard) for p in bundle["points"]),  # type: ignore[arg-type]
        arcs=tuple(arcs or step_arcs(round_.place, words, drawn=True)),  # type: ignore[arg-type]
        scale=instrument.scale(),
        caption=_caption(round_, release, words),
        ghost=_ghost(bundle),
    )


def _point(
    point: Bundle, instrument: Instrument, words: Words, names: Mapping[str, str], *, heard: int
) -> PointPicture:
    status = Status(point["status"])
    if status is Status.NOBODY and heard:
        status = Status.HIDDEN
    return PointPicture(
        co=point["co"],
        label=words[f"{point['co']}_name"],
        level=point["level"],
        status=status,
        rings=tuple(point["rings"] or NO_RINGS),
        markers=tuple(_marker(marker, instrument, names) for marker in point["markers"]),
        between=tuple(point["between"]) if status is Status.BETWEEN else None,
        dont_know=point["dont_know"],
    )


def _marker(marker: Bundle, instrument: Instrument, names: Mapping[str, str]) -> Marker:
    key, level = marker["group"], marker["level"]
    position = None if level is None else float(level)
    reason = "" if level is not None else _no_level(marker["status"])
    if key == "decide":
        return Marker(key, names[key], _("D"), position, Shape.PENTAGON, reason=reason)
    group = instrument.group(key)
    letter = group.text("letter")
    return Marker(key, names[key], letter, position, group.shape, solid=group.solid, reason=reason)


def _no_level(status: str) -> str:
    reasons = {"divided": _("views divided"), "mostly_dont_know": _("most don't know")}
    return reasons.get(status, _("no level"))


def _is_staff_view(point: Bundle) -> bool:
    """Whether only people at work there are shown: residents alone, or nobody, is no staff view."""
    shown = {marker["group"] for marker in point["markers"]}
    return point["staff_view_only"] and bool(shown) and not shown & {"resident", "all"}


def _heard(bundle: Bundle) -> int:
    """How many people sent answers, shown or not."""
    return sum(group["answered"] for group in bundle["people"].values())


def _caption(round_: Round, release: Release, words: Words) -> Caption:
    people, heard = release.bundle["people"], _heard(release.bundle)
    return Caption(
        who=ngettext("%(n)s person heard", "%(n)s people heard", heard) % {"n": heard},
        when=date_format(release.answers_as_of, "j F Y"),
        heard=str(heard),
        heard_of=ngettext("person heard", "people heard", heard),
        missing=tuple(group_sentences(people, words, minimum=round_.minimum, only_missing=True)),
        provisional=release.is_provisional,
        staff_view_only=any(_is_staff_view(point) for point in release.bundle["points"]),
        invented=round_.place.is_example,
    )


def _ghost(bundle: Bundle) -> Ghost | None:
    ghost = bundle.get("ghost")
    return Ghost(ghost["label"], tuple(ghost["levels"])) if ghost else None


def participation_picture(round_: Round, release: Release, words: Words) -> ParticipationPicture:
    """Return who takes part with whom, for its own drawing."""
    names = group_names(words)
    groups = load_instrument(round_.instrument_version).groups
    together = release.bundle["practice"]["together"]
    return ParticipationPicture(
        title=_("Who takes part with whom"),
        members=tuple(  # type: ignore[arg-type]
            Member(g.key, names[g.key], g.text("letter"), g.shape, g.solid) for g in groups
        ),
        cos=tuple(  # type: ignore[arg-type]
            CoTies(
                co,
                words[f"{co}_name"],
                {frozenset(t["groups"]): t["practices"] for t in together if t["co"] == co},
            )
            for co in CO_KEYS
        ),
        caption=_("Counted over the practices that people at work there reported."),
    )

"""The table twin: the same picture in words and rows, for everyone who reads rather than looks.

The drawing takes its title and description from here, so the two can't drift apart.
"""

from dataclasses import dataclass

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from alongside.foundation.files.sheets.percent import Percent
from alongside.star.framework.picture import (
    ArcState,
    Marker,
    PointPicture,
    StarPicture,
    Status,
)

type Scale = tuple[str, ...]
type Cell = str | int | Percent


@dataclass(frozen=True, slots=True)
class Table:
    """A table as plain values: every row has one cell per header, the first heads its row."""

    caption: str
    headers: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def full_title(picture: StarPicture) -> str:
    """The title with what must never be left off: staff view only, provisional, invented."""
    marks = [
        mark
        for mark, stands in (
            (_("staff view only"), picture.caption.staff_view_only),
            (_("provisional"), picture.caption.provisional),
            (_("invented example"), picture.caption.invented),
        )
        if stands
    ]
    return f"{picture.title} ({', '.join(marks)})" if marks else picture.title


def description(picture: StarPicture) -> str:
    """Everything the picture says, as sentences."""
    parts = [*caption_sentences(picture), *point_sentences(picture), *step_sentences(picture)]
    return " ".join(parts)


def caption_sentences(picture: StarPicture) -> list[str]:
    """Who took part, when, and who is not shown."""
    caption = picture.caption
    heard = f"{caption.heard} {caption.heard_of}".strip() if not caption.who else ""
    return [
        _as_sentence(part) for part in (caption.who, heard, caption.when, *caption.missing) if part
    ]


def point_sentences(picture: StarPicture) -> list[str]:
    """What each point says: its level, its groups, the earlier round."""
    return [
        " ".join(
            part
            for part in (
                point_sentence(point, picture.scale),
                _groups_sentence(point, picture.scale),
                _earlier_sentence(picture, level),
            )
            if part
        )
        for point, level in zip(picture.points, _earlier_levels(picture), strict=True)
    ]


def point_sentence(point: PointPicture, scale: Scale) -> str:
    """The level of one point, beginning with its name."""
    opening = _as_sentence(f"{point.label}: {short_status(point, scale)}")
    if point.status == Status.LEVEL and point.level:
        return f"{opening} " + _(
            "Half the voices, groups counting equally, say at least “%(level)s”."
        ) % {"level": scale[point.level]}
    explained = {
        Status.LEVEL: _(
            "Fewer than half the voices, groups counting equally, say it happens at all."
        ),
        Status.BETWEEN: _("The answers do not settle which."),
        Status.DIVIDED: _(
            "At least a third say “%(low)s” or less, and at least a third “%(high)s” or more."
        )
        % {"low": scale[1], "high": scale[3]},
        Status.MOSTLY_DONT_KNOW: _("More than half of those who answered can't tell."),
    }
    return f"{opening} {explained[point.status]}" if point.status in explained else opening


def short_status(point: PointPicture, scale: Scale) -> str:
    """The point's state in a few words, as it stands beside the tip."""
    if point.status == Status.BETWEEN and point.between:
        return _between(scale[point.between[0]], scale[point.between[1]])
    if point.status == Status.LEVEL and point.level is not None:
        return scale[point.level]
    return {
        Status.DIVIDED: _("views divided"),
        Status.MOSTLY_DONT_KNOW: _("most don't know"),
        Status.HIDDEN: _("too few answers to show"),
    }.get(point.status, _("nobody has answered yet"))


def step_sentences(picture: StarPicture) -> list[str]:
    return [
        _as_sentence(
            f"{arc.label}: {state_words(arc.state)}" + (f", {arc.fact}" if arc.fact else "")
        )
        for arc in picture.arcs
    ]


def state_words(state: ArcState) -> str:
    return {
        ArcState.NOT_STARTED: _("not started"),
        ArcState.TRYING: _("trying"),
        ArcState.WORKING: _("working"),
    }[state]


def groups_shown(picture: StarPicture) -> list[Marker]:
    """One marker per group that appears anywhere, in the order of appearance."""
    seen: dict[str, Marker] = {}
    for point in picture.points:
        for marker in point.markers:
            seen.setdefault(marker.group, marker)
    return list(seen.values())


def marker_words(marker: Marker, scale: Scale) -> str:
    """Where a group stands in words: on a level, between two, or why nowhere."""
    if marker.position is None:
        return marker.reason
    low = int(marker.position)
    part = marker.position - low
    if part < 0.25:
        return scale[low]
    return scale[low + 1] if part > 0.75 else _between(scale[low], scale[low + 1])


def point_table(picture: StarPicture) -> Table:
    """The points as rows: level, the share of voices behind each ring, groups, earlier round."""
    levels, shares = level_table(picture), share_table(picture)
    rows = zip(levels.rows, shares.rows, strict=True)
    return Table(
        levels.caption,
        (*levels.headers[:2], *shares.headers[1:], *levels.headers[2:]),
        tuple((*level[:2], *share[1:], *level[2:]) for level, share in rows),
    )


def level_table(picture: StarPicture) -> Table:
    """The points as rows: the level of all, of each group, and of the earlier round."""
    groups = groups_shown(picture)
    headers = [_("Together"), _("Level"), *(capfirst(marker.name) for marker in groups)]
    headers += [picture.ghost.label] if picture.ghost else []
    rows = [
        (
            point.label,
            short_status(point, picture.scale),
            *_stands(point, groups, picture.scale),
            *(
                (picture.scale[level] if level is not None else _("not known"),)
                if picture.ghost
                else ()
            ),
        )
        for point, level in zip(picture.points, _earlier_levels(picture), strict=True)
    ]
    return Table(_("What the Star shows"), tuple(headers), tuple(rows))


def share_table(picture: StarPicture) -> Table:
    """The points as rows: the share of voices behind each ring."""
    doubts = any(point.dont_know is not None for point in picture.points)
    headers = [
        _("Together"),
        *(_("“%(level)s” or more") % {"level": level} for level in picture.scale[1:]),
        *((_("Don't know"),) if doubts else ()),
    ]
    rows = [
        (point.label, *_shares(point), *((_percent(point.dont_know),) if doubts else ()))
        for point in picture.points
    ]
    return Table(_("Share of voices"), tuple(headers), tuple(rows))


def step_table(picture: StarPicture) -> Table:
    """The five steps as rows."""
    rows = tuple(
        (arc.label, state_words(arc.state), arc.fact or _("nothing yet")) for arc in picture.arcs
    )
    return Table(_("The five steps"), (_("Step"), _("State"), _("What this rests on")), rows)


def _shares(point: PointPicture) -> tuple[Cell, ...]:
    if point.is_empty:
        nothing = _("no answers") if point.status == Status.NOBODY else _("not shown")
        return tuple(nothing for _ring in point.rings)
    return tuple(Percent(share) for share in point.rings)


def _stands(point: PointPicture, groups: list[Marker], scale: Scale) -> tuple[str, ...]:
    here = {marker.group: marker_words(marker, scale) for marker in point.markers}
    return tuple(here.get(marker.group, _("not shown")) for marker in groups)


def _percent(share: float | None) -> Cell:
    return _("not shown") if share is None else Percent(share)


def _between(low: str, high: str) -> str:
    return _("between %(low)s and %(high)s") % {"low": low, "high": high}


def _groups_sentence(point: PointPicture, scale: Scale) -> str:
    said = [f"{marker.name}: {marker_words(marker, scale)}" for marker in point.markers]
    return _as_sentence("; ".join(said)) if said else ""


def _earlier_levels(picture: StarPicture) -> tuple[int | None, ...]:
    return picture.ghost.levels if picture.ghost else (None,) * len(picture.points)


def _earlier_sentence(picture: StarPicture, level: int | None) -> str:
    if picture.ghost is None or level is None:
        return ""
    return _as_sentence(f"{picture.ghost.label}: {picture.scale[level]}")


def _as_sentence(text: str) -> str:
    return text if text[-1:] in ".!?" else f"{text}."

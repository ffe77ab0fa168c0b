"""The table twin: the same picture in words and rows, for everyone who reads rather than looks.

The drawing takes its title and description from here, so the two can't drift apart.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from alongside.star.framework.picture import (
    ArcState,
    Marker,
    PointPicture,
    StarPicture,
    Status,
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table as plain values: every row has one cell per header, the first heads its row."""

    caption: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


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
    caption = picture.caption
    parts = [caption.who, caption.when, *caption.missing]
    parts += point_sentences(picture) + step_sentences(picture)
    return " ".join(_as_sentence(part) for part in parts if part)


def point_sentences(picture: StarPicture) -> list[str]:
    """One or more plain sentences per point."""
    ghosts = picture.ghost.levels if picture.ghost else (None,) * len(picture.points)
    return [
        " ".join(
            part
            for part in (
                point_sentence(point, picture.scale),
                _groups_sentence(point, picture.scale),
                _earlier(picture, level),
            )
            if part
        )
        for point, level in zip(picture.points, ghosts, strict=True)
    ]


def point_sentence(point: PointPicture, scale: tuple[str, ...]) -> str:
    """What one point says, beginning with its name."""
    facts = {"co": point.label, "status": short_status(point, scale)}
    if point.status == Status.LEVEL and point.level:
        facts["level"] = scale[point.level]
        return (
            _(
                "%(co)s: %(status)s. Half the voices, groups counting equally, say at least “%(level)s”."
            )
            % facts
        )
    if point.status == Status.LEVEL:
        return (
            _(
                "%(co)s: %(status)s. Fewer than half the voices, groups counting equally, say it happens at all."
            )
            % facts
        )
    explained = {
        Status.BETWEEN: _("%(co)s: %(status)s. Too few people have answered to tell which."),
        Status.DIVIDED: _(
            "%(co)s: %(status)s. At least a third say rarely or never, and at least a third say often or always."
        ),
        Status.MOSTLY_DONT_KNOW: _(
            "%(co)s: %(status)s. More than half of those who answered don't know."
        ),
        Status.NOBODY: _("%(co)s: %(status)s."),
    }
    return explained[point.status] % facts


def short_status(point: PointPicture, scale: tuple[str, ...]) -> str:
    """The point's state in a few words, as it stands beside the tip."""
    if point.status == Status.BETWEEN and point.between:
        low, high = (scale[level] for level in point.between)
        return _("between %(low)s and %(high)s") % {"low": low, "high": high}
    if point.status == Status.LEVEL and point.level is not None:
        return scale[point.level]
    return {
        Status.DIVIDED: _("views divided"),
        Status.MOSTLY_DONT_KNOW: _("most don't know"),
    }.get(point.status, _("nobody has answered yet"))


def step_sentences(picture: StarPicture) -> list[str]:
    return [
        f"{arc.label}: {state_words(arc.state)}" + (f" ({arc.fact})." if arc.fact else ".")
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


def position_words(position: float, scale: tuple[str, ...]) -> str:
    """A position on the scale in words: on a level, or between two."""
    low = int(position)
    part = position - low
    if part < 0.25:
        return scale[low]
    if part > 0.75:
        return scale[low + 1]
    return _("between %(low)s and %(high)s") % {"low": scale[low], "high": scale[low + 1]}


def _groups_sentence(point: PointPicture, scale: tuple[str, ...]) -> str:
    said = [f"{marker.name}: {position_words(marker.position, scale)}" for marker in point.markers]
    return _("By group: %(list)s.") % {"list": "; ".join(said)} if said else ""


def _earlier(picture: StarPicture, level: int | None) -> str:
    if picture.ghost is None or level is None:
        return ""
    return f"{picture.ghost.label}: {picture.scale[level]}."


def _as_sentence(text: str) -> str:
    return text if text[-1:] in ".!?" else f"{text}."

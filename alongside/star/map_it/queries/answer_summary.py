"""What somebody has said, line by line, as they check it, keep it, or compare two versions."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from alongside.foundation.places.models import Service
from alongside.foundation.responses.payload import Payload
from alongside.star.map_it.queries.wording import Choice, Wording


@dataclass(frozen=True)
class Line:
    """One thing that was asked, what was said, and the page on which it can be changed."""

    key: str
    value: str
    page: str
    at: dict[str, str] = field(default_factory=dict)
    is_missing: bool = False


@dataclass(frozen=True)
class Part:
    """The lines about one service."""

    service: Service
    lines: list[Line]


@dataclass(frozen=True)
class Summary:
    """Everything on a sheet, in the order in which it was asked."""

    kind: Line | None
    parts: list[Part]
    word: Line


def summary_of(
    payload: Payload, services: tuple[Service, ...], wording: Wording, *, is_short: bool
) -> Summary:
    """Return what a payload says about these services."""
    kind = _named(wording.kinds, payload["kind"])
    return Summary(
        kind=Line(_("You"), kind or _("not said"), "who", is_missing=not kind)
        if is_short
        else None,
        parts=[
            Part(service, _about(payload, service, wording, is_short=is_short))
            for service in services
        ],
        word=Line(_("In your own words"), payload["word"] or _("nothing added"), "word"),
    )


def _about(payload: Payload, service: Service, wording: Wording, *, is_short: bool) -> list[Line]:
    said: Mapping[str, Any] = payload["answers"].get(service.slug, {})
    lines = [_line(said.get(co), service, co, wording, is_short=is_short) for co in wording.cos]
    if is_short:
        return lines
    done: Mapping[str, Any] = payload["ways"].get(service.slug, {})
    names = [wording.ways[way].name for way in wording.ways if way in done]
    words = ", ".join(names) or _("none ticked")
    at = {"service": service.slug}
    return [*lines, Line(wording.words["way_plural_start"], words, "ways", at)]


def _line(
    said: list[str] | None, service: Service, co: str, wording: Wording, *, is_short: bool
) -> Line:
    at = {"service": service.slug}
    page, at = ("question", {**at, "co": co}) if is_short else ("four", at)
    if said is None:
        return Line(wording.co_name(co), _("no answer yet"), page, at, is_missing=True)
    code, say = said
    value = _named(wording.answers, code)
    if say:
        value = f"{value} ({_named(wording.says, say)})"
    return Line(wording.co_name(co), value, page, at)


def _named(choices: tuple[Choice, ...], key: str) -> str:
    return next((choice.name for choice in choices if choice.key == key), "")

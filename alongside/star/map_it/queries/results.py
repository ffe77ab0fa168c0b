"""What the results page of a round says, in words, from its frozen release."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.foundation.places.models import Service
from alongside.foundation.places.vocabulary import Words
from alongside.star.framework.instrument import Instrument
from alongside.star.framework.picture import CO_KEYS
from alongside.star.map_it.queries.heard import group_names

Bundle = Mapping[str, Any]
SURENESS = {
    "everyone_answered": gettext_lazy("Everyone who was asked answered."),
    "sure": gettext_lazy("Sure."),
    "fairly_sure": gettext_lazy("Fairly sure."),
    "cant_tell": gettext_lazy("Can't tell."),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """Where one group and residents see it differently, in words."""

    co: str
    co_name: str
    sentence: str
    sureness: str
    is_clear: bool


def differences(bundle: Bundle, words: Words) -> list[Difference]:
    """Return every contrast with residents, clear ones first, biggest first."""
    found = sorted(
        bundle["gaps"]["all"],
        key=lambda gap: (not gap["clear"], -abs((gap["higher"] or 0) - (gap["lower"] or 0))),
    )
    return [_difference(gap, words) for gap in found]


def biggest_difference(bundle: Bundle, words: Words) -> Difference | None:
    """Return the one difference that is beyond doubt the biggest, if there is one."""
    gap = bundle["gaps"]["biggest"]
    return _difference(gap, words) if gap else None


def _difference(gap: Bundle, words: Words) -> Difference:
    sentence = _in_pairs(gap) if gap["higher"] is not None else _in_words(gap)
    names = group_names(words)
    sentence %= {**gap, "group": names[gap["group"]], "residents": names["resident"]}
    return Difference(
        gap["co"],
        words[f"{gap['co']}_name"],
        sentence,
        str(SURENESS[gap["certainty"]]),
        gap["clear"],
    )


def _in_pairs(gap: Bundle) -> str:
    return _(
        "Of 100 pairs, %(group)s say it happens more often than %(residents)s in %(higher)s, "
        "less often in %(lower)s, and the same in %(same)s."
    )


def _in_words(gap: Bundle) -> str:
    """Where pairs in numbers would say too much about too few."""
    if gap["more"] is None:
        return _("There is no clear difference between %(group)s and %(residents)s.")
    if gap["more"]:
        return _("On the whole, %(group)s say it happens more often than %(residents)s do.")
    return _("On the whole, %(group)s say it happens less often than %(residents)s do.")


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One service, with its level on each Co in words and as a shade from 0 to 4."""

    service: str
    cells: tuple[tuple[str, int | None], ...]


def heat_rows(
    bundle: Bundle, instrument: Instrument, services: Mapping[str, Service]
) -> list[HeatRow]:
    """Return the heat map: every service asked about, shown or not, by name."""
    scale = instrument.scale()
    cells = {(cell["service"], cell["co"]): cell for cell in bundle["heat"]}
    asked = sorted(bundle["services"], key=lambda slug: services[slug].name)
    return [
        HeatRow(
            services[slug].name,
            tuple(_heat_cell(cells.get((slug, co)), scale) for co in CO_KEYS),
        )
        for slug in asked
    ]


def _heat_cell(cell: Bundle | None, scale: Sequence[str]) -> tuple[str, int | None]:
    if cell is None:
        return _("more answers needed"), None
    if cell["level"] is not None and cell["status"] in {"level", "between"}:
        told = _("%(level)s, not sure") if cell["status"] == "between" else "%(level)s"
        return told % {"level": scale[cell["level"]]}, cell["level"]
    words = {"divided": _("views divided"), "mostly_dont_know": _("most don't know")}
    return words.get(cell["status"], _("nobody yet")), None


def change_sentences(bundle: Bundle, words: Words, instrument: Instrument) -> list[str]:
    """Return what may be said about change since the round before, Co by Co."""
    scale = instrument.scale()
    # "From X to Y" beside "the answers do not settle which" would say more than is known.
    settled = {point["co"] for point in bundle["points"] if point["status"] == "level"}
    sentences = []
    for change in bundle["change"]:
        name, levels = words[f"{change['co']}_name"], change["levels"]
        if levels and levels[0] != levels[1] and change["co"] in settled:
            then, now = (scale[level] for level in levels)
            sentences.append(
                _("%(co)s: from %(then)s to %(now)s.") % {"co": name, "then": then, "now": now}
            )
        elif change["more"] is not None:
            text = (
                _("%(co)s: more often than before.")
                if change["more"]
                else _("%(co)s: less often than before.")
            )
            sentences.append(text % {"co": name})
    return sentences


def share_rows(
    point: Bundle, scale: Sequence[str]
) -> list[tuple[str, int, int | None, int | None]]:
    """Return, for each level, the share of voices at it or above, and its interval, in percent."""
    if not point["rings"]:
        return []
    intervals = point["intervals"] or [[None, None]] * len(point["rings"])
    return [
        (
            scale[level],
            _percent(share),
            None if low is None else _percent(low),
            None if high is None else _percent(high),
        )
        for level, (share, (low, high)) in enumerate(
            zip(point["rings"], intervals, strict=True), start=1
        )
    ]


def _percent(share: float) -> int:
    return round(100 * share)

"""Find things by their words: only what the reader may see, the best first."""

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from alongside.foundation.history.actor import Actor
from alongside.foundation.places.models import Place
from alongside.foundation.search.kinds import PLACE
from alongside.foundation.search.models import SearchRow
from alongside.foundation.search.words_index import (
    BEGIN,
    END,
    best_rows,
    question,
    rows_told,
    words_near,
    words_of,
)

PAGE = 20
LAST_PAGE = 10
ALIKE = 0.7  # how alike a word must be that stands in for one nobody wrote


@dataclass(frozen=True, slots=True)
class Found:
    """One result: what it is, where the reader reads it, and where the words stand in it."""

    kind: str
    title: str
    path: str
    place: str
    snippet: SafeString


@dataclass(frozen=True, slots=True)
class Results:
    """A page of results. `instead` are the words looked for in place of some that nobody wrote."""

    found: Sequence[Found]
    has_more: bool = False
    instead: str = ""


@dataclass(frozen=True, slots=True)
class PublicPage:
    """A page that everybody may read, and when what it tells was last changed."""

    path: str
    changed_at: datetime


def public_pages() -> list[PublicPage]:
    """Return every page that everybody finds, but those of invented examples. One query."""
    everything = SearchRow.objects.unscoped(reason="what everybody may read")
    shown = everything.exclude(public_path="").filter(
        place__state__in=(Place.State.ACTIVE, Place.State.LEAVING), place__is_example=False
    )
    rows = shown.order_by("pk").values_list("public_path", "place__slug", "changed_at")
    return [PublicPage(path.replace(PLACE, slug), changed) for path, slug, changed in rows]


def public_keys(typed: str, kind: str, *, most: int = 500) -> list[str]:
    """Return the keys of what everybody finds of a kind with all these words in it, the best first."""
    words = words_of(typed)
    if not words:
        return []
    ids = best_rows(question(words), kind, places=[], nations=[], window=(most, 0))
    rows = SearchRow.objects.unscoped(reason="what everybody may read")
    keys = dict(rows.filter(pk__in=ids).values_list("pk", "key"))
    return [keys[pk] for pk in ids if pk in keys]


def find(actor: Actor, typed: str, *, kind: str = "", page: int = 1) -> Results:
    """Return what the actor may see with all these words in it. At most five queries."""
    words = words_of(typed)
    if not words:
        return Results([])
    reader = _reader(actor)
    results = _page(reader, words, kind, min(max(page, 1), LAST_PAGE))
    if results.found or page > 1:
        return results
    others = _others(words)
    if others == words:
        return results
    # Told only beside results: a word that only stands where the reader may not look stays secret.
    results = _page(reader, others, kind, 1)
    return replace(results, instead=" ".join(others)) if results.found else results


@dataclass(frozen=True, slots=True)
class Reader:
    """Whose inner pages somebody reads: slugs by the ids of their places, and of the nations there."""

    slugs: Mapping[int, str]
    through: Mapping[int, str]

    def path(self, place_id: int, inside_path: str) -> str:
        """Where they read it inside; nothing where they don't."""
        slug = self.slugs.get(place_id) or self.through.get(place_id)
        return inside_path.replace(PLACE, slug) if slug else ""


def _reader(actor: Actor) -> Reader:
    places = Place.objects.visible_to(actor).order_by("pk") if actor.place_ids else []
    mine = [p for p in places if actor.may("workspace.see", p.pk)]
    through = {p.nation_id: p.slug for p in reversed(mine) if p.nation_id}
    return Reader({p.pk: p.slug for p in mine}, through)


def _page(reader: Reader, words: list[str], kind: str, page: int) -> Results:
    asked = question(words)
    places, nations = list(reader.slugs), list(reader.through)
    window = PAGE + 1, PAGE * (page - 1)
    ids = best_rows(asked, kind, places=places, nations=nations, window=window)
    told = rows_told(asked, ids[:PAGE])
    found = [_found(told[pk], reader) for pk in ids[:PAGE] if pk in told]
    return Results(found, has_more=len(ids) > PAGE and page < LAST_PAGE)


def _found(row: tuple[Any, ...], reader: Reader) -> Found:
    _pk, kind, title, public_path, inside_path, place_id, name, slug, snippet = row
    path = reader.path(place_id, inside_path) or public_path.replace(PLACE, slug)
    return Found(kind, title, path, name, _marked(snippet))


def _marked(snippet: str) -> SafeString:
    """Escape a snippet, then mark the words that were found."""
    told = escape(snippet).replace(BEGIN, "<mark>").replace(END, "</mark>")
    return mark_safe(told)  # noqa: S308 - escaped just now


def _others(words: list[str]) -> list[str]:
    """Words that somebody wrote, in place of those that nobody did."""
    return [_written_like(word) for word in words]


def _written_like(word: str) -> str:
    if len(word) < 4:
        return word
    close = difflib.get_close_matches(word, words_near(word), n=1, cutoff=ALIKE)
    return close[0] if close else word

"""What can be found, kind by kind. Strings, because the rooms that own it lie above this one.

A test proves that every source leads to a function; called without arguments, it gives an `Entry`
for everything of its kind.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Entry:
    """What a room says of one thing that can be found (see `models.SearchRow`)."""

    kind: str
    key: str
    place_id: int
    title: str
    text: str = ""
    public_path: str = ""
    inside_path: str = ""
    is_nationwide: bool = False


PLACE = "{place}"


def path_to(name: str, *args: str) -> str:
    """Return the address of a page below a place, with the place left open."""
    return reverse(name, args=["PLACE", *args]).replace("PLACE", PLACE, 1)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing, what it is called in the list of results, and who tells of all of them.

    `front` names the page on which everybody reads one, where a room above its own shows it.
    """

    label: str | Promise
    source: str
    front: str = ""


KINDS: dict[str, Kind] = {
    "activity": Kind(_("Activity"), "alongside.foundation.initiatives.queries.searchable.entries"),
    "post": Kind(_("Post"), "alongside.learning.blog.queries.searchable.posts"),
    "prose": Kind(_("Page"), "alongside.learning.blog.queries.searchable.prose_pages"),
    "practice": Kind(
        _("Case"),
        "alongside.foundation.practices.queries.searchable.entries",
        front="cases:case",
    ),
    "question": Kind(_("Network"), "alongside.learning.network.queries.searchable.entries"),
    "collection": Kind(
        _("Collection of cases"),
        "alongside.learning.case_studies.queries.searchable.entries",
        front="cases:collection",
    ),
    "course": Kind(
        _("Course"),
        "alongside.learning.coaching.queries.searchable.entries",
        front="courses:course",
    ),
    "event": Kind(
        _("Event"),
        "alongside.foundation.gatherings.queries.searchable.entries",
        front="events:event",
    ),
}


def front_of(kind: str, *args: str) -> str:
    """Return the address of the page on which everybody reads one of a kind."""
    return reverse(KINDS[kind].front, args=args)


def entries_of(kind: str) -> Iterator[Entry]:
    """Everything of a kind, as its room tells of it now."""
    source: Callable[[], Any] = import_string(KINDS[kind].source)
    yield from source()

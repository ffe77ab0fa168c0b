"""Comments ready to be shown: below a public page, in a list of one's own, at a moderator's desk."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from alongside.foundation.discussions.models import Comment
from alongside.foundation.discussions.plain_words import paragraphs
from alongside.foundation.discussions.queries import is_open, shown_comments
from alongside.foundation.discussions.rules import moves_open_to
from alongside.foundation.history.actor import Actor
from alongside.foundation.places.models import Place

PARAMETER = "comments"
LAST_PAGE = 1000


@dataclass(frozen=True, slots=True)
class Line:
    """One comment as readers see it."""

    comment: Comment
    name: str
    of: str  # the partnership of a member
    html: SafeString


@dataclass(frozen=True, slots=True)
class ThreadPanel:
    """What `discussions/parts_comments.html` shows below a page."""

    kind: str
    key: str
    lines: list[Line]
    is_open: bool
    before: str = ""
    after: str = ""

    @property
    def is_shown(self) -> bool:
        """Whether there is anything to show: comments, or a way to write the first one."""
        return self.is_open or bool(self.lines)


def thread_panel(place: Place, kind: str, key: str, request: HttpRequest) -> ThreadPanel:
    """Return the comments below a page, the same for every reader. Two queries at most.

    It holds no token and asks nothing of session or cookies, so the page around it can be cached.
    """
    number = page_asked(request)
    page = shown_comments(place, kind, key, page=number)
    return ThreadPanel(
        kind,
        key,
        [line_of(comment) for comment in page.comments],
        is_open(place, kind),
        before=f"?{PARAMETER}={number - 1}#comments" if number > 1 else "",
        after=f"?{PARAMETER}={number + 1}#comments" if page.has_more else "",
    )


def page_asked(request: HttpRequest) -> int:
    """Return which page of comments is asked for; the first where it is no number."""
    asked = request.GET.get(PARAMETER, "")
    known = asked.isascii() and asked.isdigit() and len(asked) < 6
    return min(max(int(asked), 1), LAST_PAGE) if known else 1


def line_of(comment: Comment) -> Line:
    """Return a comment as readers see it."""
    author = comment.author
    if author is None:
        return Line(comment, _("a former participant"), "", paragraphs(comment.text))
    of = author.person.place.name if author.person else ""
    return Line(comment, author.name, of, paragraphs(comment.text))


def desk_rows(comments: list[Comment], by: Actor) -> list[dict[str, Any]]:
    """Return comments with the moves that the actor may make now."""
    return [
        {"line": line_of(comment), "moves": {move.key: move for move in moves_open_to(by, comment)}}
        for comment in comments
    ]

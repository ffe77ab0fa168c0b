"""The page on which somebody writes a comment, and the published policy."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from alongside.foundation.accounts.network import network_of
from alongside.foundation.accounts.shown_page import new_token, shown_by
from alongside.foundation.accounts.signs import Signs
from alongside.foundation.discussions.actions import Draft, Said, say
from alongside.foundation.discussions.forms import CommentForm
from alongside.foundation.discussions.kinds import Subject, subject_at
from alongside.foundation.discussions.models import Author, Comment
from alongside.foundation.discussions.queries import is_open
from alongside.foundation.discussions.rules import MOVES
from alongside.foundation.discussions.views.writer import known_author, writer
from alongside.foundation.history.actor import Actor, ActorKind
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.seat_cookies import hand_over_words, keep_seat
from alongside.foundation.places.doors import open_to_everyone


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@open_to_everyone
def write(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Write a comment below a page; never cached, and without JavaScript."""
    subject = subject_at(kind, key)
    if subject is None:
        raise Http404
    request.place = subject.place  # type: ignore[attr-defined]
    if not (subject.is_open and is_open(subject.place, kind)):
        return render(request, "discussions/closed.html", {"subject": subject}, status=409)
    by = writer(request, subject.place)
    author = known_author(by, subject.place)
    form = CommentForm(
        request.POST if request.method == "POST" else None,
        initial={"token": new_token()},
        has_name=author is not None,
        is_member=by.kind is ActorKind.PERSON,
    )
    if form.is_valid():
        try:
            return _taken(request, _say(request, subject, (kind, key), form, by), subject)
        except Refusal as refusal:
            form.add_error(None, refusal.words)
            return _page(request, form, subject, author, status=refusal.status)
    return _page(request, form, subject, author, status=422 if form.is_bound else 200)


def _page(
    request: HttpRequest, form: CommentForm, subject: Subject, author: Author | None, *, status: int
) -> HttpResponse:
    context = {"form": form, "subject": subject, "author": author}
    return render(request, "discussions/write.html", context, status=status)


def _say(
    request: HttpRequest, subject: Subject, thing: tuple[str, str], form: CommentForm, by: Actor
) -> Said:
    typed = form.cleaned_data
    shown = shown_by(typed["token"])
    draft = Draft(
        text=typed["text"].strip(),
        name=typed.get("name", ""),
        email=typed.get("email", ""),
        language=get_language() or "en-gb",
        submission_key=shown.key,
    )
    signs = Signs(shown.seconds, is_trapped=bool(typed["homepage"]))
    network = network_of(request)
    return say(subject, *thing, draft=draft, signs=signs, network=network, by=by)


def _taken(request: HttpRequest, said: Said, subject: Subject) -> HttpResponse:
    if said.comment.is_shown:
        messages.success(request, _("Your comment is shown below."))
        return redirect(f"{subject.path}#comments")
    reply = redirect("discussions:mine")
    if said.cookie:
        keep_seat(reply, said.cookie)
        hand_over_words(reply, said.words)
    return reply


@require_safe
@open_to_everyone
def policy(request: HttpRequest) -> HttpResponse:
    """What may be said here, who decides, and what can be done about it."""
    states = dict(Comment.State.choices)
    moves = [
        [
            move.words,
            ", ".join(str(states[source]) for source in move.sources),
            states[move.target],
            _("its author") if move.who == "author" else _("a moderator"),
        ]
        for move in MOVES.values()
    ]
    heads = [_("What happens"), _("It was"), _("Then it is"), _("Who does it")]
    reasons = [label for _key, label in Comment.Reason.choices]
    context = {"reasons": reasons, "heads": heads, "moves": moves}
    return render(request, "discussions/policy.html", context)

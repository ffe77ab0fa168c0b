"""Say something below a page: taken in once, shown or held, never lost."""

import uuid
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.foundation.accounts.limits import Limit, count_towards, is_reached
from alongside.foundation.accounts.signs import Signs, hash_of, suspicion
from alongside.foundation.consent.actions import give_notice
from alongside.foundation.consent.models import Activity
from alongside.foundation.discussions import rules
from alongside.foundation.discussions.kinds import Subject, follow
from alongside.foundation.discussions.mail import mail_confirmation
from alongside.foundation.discussions.models import Author, Comment, GuestAddress, Thread
from alongside.foundation.history.actor import Actor, ActorKind, system_actor
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.members.models import Group, Person, Seat
from alongside.foundation.members.seats import take_seat
from alongside.foundation.places.models import Place

ACTIVITY = "comments"
KIND = "comment"
BUSY = Limit("comment", 10, timedelta(minutes=10))  # more is held
TOO_BUSY = Limit("comment, most", 100, timedelta(hours=1))  # more is not taken
LETTERS = Limit("comment, letter", 3, timedelta(days=1))  # asked of one address to confirm itself
REPEATED_WITHIN = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody typed."""

    text: str
    name: str
    language: str
    submission_key: uuid.UUID
    email: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """A comment that was taken in, with what a new guest keeps: a cookie and three words."""

    comment: Comment
    cookie: str = ""
    words: str = ""


def say(
    subject: Subject, kind: str, key: str, *, draft: Draft, signs: Signs, network: str, by: Actor
) -> Said:
    """Take in a comment below a page; a sent-twice one is there once."""
    if not (subject.is_open and rules.can_write_comment(by, subject.place)):
        raise Refusal("closed", _("Comments are closed here."), status=409)
    if is_reached(TOO_BUSY, network):
        raise Refusal(
            "too_many",
            _("Very many comments came from your network. Please send yours again in an hour."),
            status=429,
        )
    signs = Signs(signs.seconds, signs.is_trapped, is_reached(BUSY, network))
    count_towards(BUSY, network)
    count_towards(TOO_BUSY, network)
    return _take_in(subject, (kind, key), draft, signs, by)


@transaction.atomic
def _take_in(
    subject: Subject, thing: tuple[str, str], draft: Draft, signs: Signs, by: Actor
) -> Said:
    known = _known(subject.place, draft)
    if known is not None:
        return Said(known)
    thread = thread_for(subject.place, *thing, title=subject.title, path=subject.path)
    if thread.is_closed:
        raise Refusal("closed", _("Comments are closed here."), status=409)
    author, cookie, words = _author(subject.place, draft, by)
    comment = _write(thread, author, draft, _held_for(author, draft.text, signs))
    return Said(comment, cookie, words)


@transaction.atomic
def say_as_member(thread: Thread, *, draft: Draft, signs: Signs, by: Actor) -> Comment:
    """Say something in a thread among members; known people are shown at once, machines held."""
    person_id = person_who_writes(by, thread.place)
    if person_id is None:
        raise Refusal("not_a_member", _("Only members write here."))
    known = _known(thread.place, draft)
    if known is not None:
        return known
    if thread.is_closed:
        raise Refusal("closed", _("Nobody can write here any more."), status=409)
    sign = suspicion(draft.text, signs, is_repeated=_is_repeated(draft.text))
    held = Comment.Held(sign) if sign else None
    return _write(thread, author_of_person(person_id, draft.name), draft, held)


def _write(thread: Thread, author: Author, draft: Draft, held: Comment.Held | None) -> Comment:
    comment = Comment.objects.create(
        place=thread.place,
        thread=thread,
        author=author,
        submission_key=draft.submission_key,
        text=draft.text,
        text_hash=hash_of(draft.text, kind=KIND),
        language=draft.language,
        state=Comment.State.HELD if held else Comment.State.SHOWN,
        held_for=held or "",
    )
    follow(comment)
    return comment


def _known(place: Place, draft: Draft) -> Comment | None:
    sent = Comment.objects.in_place(place).filter(submission_key=draft.submission_key)
    known = sent.select_related("thread", "author").first()
    if known is not None and known.text != draft.text:
        raise Refusal(
            "sent_before",
            _("This page was sent before, with other words: “%(text)s”") % {"text": known.text},
            status=409,
            next_step=_("Go back to the page and begin a new comment."),
        )
    return known


def thread_for(place: Place, kind: str, key: str, *, title: str, path: str) -> Thread:
    """Return the thread below a thing, made when somebody first writes there."""
    thread, is_new = Thread.objects.in_place(place).get_or_create(
        kind=kind, key=key, defaults={"place": place, "title": title[:200], "path": path}
    )
    if not is_new and (thread.title, thread.path) != (title[:200], path):
        thread.title, thread.path = title[:200], path
        thread.save(update_fields=["title", "path"])
    return thread


def _held_for(author: Author, text: str, signs: Signs) -> Comment.Held | None:
    """A machine's signs first; then whoever nobody has read yet. Known members are shown at once."""
    if sign := suspicion(text, signs, is_repeated=_is_repeated(text)):
        return Comment.Held(sign)
    if author.person_id is None:
        return Comment.Held.GUEST
    everywhere = Comment.objects.unscoped(reason="whoever was read in one place is known in all")
    return None if everywhere.shown().filter(author=author).exists() else Comment.Held.FIRST


def _is_repeated(text: str) -> bool:
    everywhere = Comment.objects.unscoped(reason="a wave comes to many places at once")
    hashed, since = hash_of(text, kind=KIND), timezone.now() - REPEATED_WITHIN
    return bool(hashed) and everywhere.filter(text_hash=hashed, said_at__gte=since).exists()


def _author(place: Place, draft: Draft, by: Actor) -> tuple[Author, str, str]:
    """Members write as themselves; a guest goes on in the seat they have, or gets one."""
    if person_id := person_who_writes(by, place):
        return author_of_person(person_id, draft.name), "", ""
    if by.kind is ActorKind.SEAT:
        known = Author.objects.filter(seat=by.id).first()
        if known is not None:
            return known, "", ""
    activity = comments_activity(place)
    seat, cookie, words = take_seat(
        place, activity_id=activity.pk, group=Group.RESIDENT, group_confirmed=False
    )
    return _guest(seat, draft), cookie, words


def person_who_writes(by: Actor, place: Place) -> int | None:
    """As whom an account writes: its person here, or else the first it was made elsewhere."""
    own = by.persons
    return own.get(place.pk) or (min(own.values()) if own else None)


def author_of_person(person_id: int, name: str = "") -> Author:
    """Return the author that a person is; the name is chosen the first time."""
    author, _is_new = Author.objects.get_or_create(
        person_id=person_id, defaults={"name": name or _name_of(person_id)}
    )
    return author


def _name_of(person_id: int) -> str:
    persons = Person.objects.unscoped(reason="the actor's own person, wherever they belong")
    return str(persons.get(pk=person_id))[:80]


def _guest(seat: Seat, draft: Draft) -> Author:
    author = Author.objects.create(seat=seat, name=draft.name)
    if draft.email:
        address = GuestAddress.objects.create(author=author, email=draft.email)
        if not is_reached(LETTERS, draft.email.lower()):
            count_towards(LETTERS, draft.email.lower())
            transaction.on_commit(partial(mail_confirmation, address, seat.place))
    return author


def comments_activity(place: Place) -> Activity:
    """Return the one activity of a place in which guests comment; made when first needed."""
    known = Activity.objects.in_place(place).filter(kind=ACTIVITY).first()
    if known is not None:
        return known
    notice = give_notice(
        place,
        kind=ACTIVITY,
        who_sees=_(
            "Everybody reads your comment with the name you give, once a person has read it."
        ),
        text=_(
            "A person reads the first comments of everybody before they are shown. You can take a "
            "comment back at any time. If one is removed you are told why, and can ask again."
        ),
        by=system_actor(),
    )
    refuse_unless(place.is_writable, _("Comments are closed here."))
    return Activity.objects.create(
        place=place,
        kind=ACTIVITY,
        title=_("Comments"),
        purpose=_("Say what you think below what others wrote"),
        notice=notice,
    )

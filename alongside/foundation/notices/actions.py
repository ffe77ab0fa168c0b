"""Tell people things: keep a message, write letters, send each, and stop when they say so."""

from django.conf import settings
from django.core import signing
from django.db import IntegrityError, transaction
from django.db.models import F
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.members.models import Person
from alongside.foundation.notices.mail import stoppable
from alongside.foundation.notices.models import Letter, Message, Wish
from alongside.foundation.notices.queries import (
    DIGEST,
    MOST_ALONE_A_DAY,
    Reader,
    how_often,
    letters_to_send,
    readers_waiting,
)

SALT = "notices.stop"
MOST_IN_A_LETTER = 40


@transaction.atomic
def tell(
    person: Person, *, kind: str, key: str, title: str, path: str, text: str = ""
) -> Message | None:
    """Let somebody hear of something, when and if they want to; of the same thing once."""
    if person.erased_at is not None or how_often(person) == Wish.Often.NEVER:
        return None
    message, _is_new = Message.objects.in_place(person.place).get_or_create(
        person=person,
        kind=kind,
        key=key,
        defaults={
            "place_id": person.place_id,
            "title": title[:200],
            "text": text[:500],
            "path": path,
        },
    )
    return message


def send_what_is_due() -> int:
    """Write the letters that are due and send them; safe to repeat. Return how many went."""
    today = timezone.localdate()
    for reader in readers_waiting():
        if reader.often == Wish.Often.AT_ONCE:
            _write_alone(reader)
        elif reader.often != Wish.Often.NEVER and reader.is_due(today):
            _write_digest(reader, f"{DIGEST} {today.isoformat()}")
    return sum(_send(pk) for pk in letters_to_send())


def _write_alone(reader: Reader) -> None:
    left = max(0, MOST_ALONE_A_DAY - reader.alone_today)
    for pk in _waiting(reader)[:left]:
        _write(reader, f"message {pk}", [pk])


def _write_digest(reader: Reader, key: str) -> None:
    _write(reader, key, _waiting(reader)[:MOST_IN_A_LETTER])


def _waiting(reader: Reader) -> list[int]:
    messages = Message.objects.unscoped(reason="what waits for one reader").filter(
        person=reader.person_id, letter=None
    )
    return list(messages.order_by("pk").values_list("pk", flat=True))


def _write(reader: Reader, key: str, messages: list[int]) -> None:
    """Keep the letter with what it holds; another worker that was quicker has written it."""
    try:
        with transaction.atomic():
            letter = Letter.objects.create(
                place_id=reader.place_id, person_id=reader.person_id, key=key
            )
            held = Message.objects.unscoped(reason="what waits for one reader")
            held.filter(pk__in=messages, letter=None).update(letter=letter)
    except IntegrityError:
        return


def _send(pk: int) -> int:
    """Send one letter. The try is noted first: whoever is killed meanwhile leaves one try more."""
    letters = Letter.objects.unscoped(reason="the letters of the sweep, wherever they go")
    mine = letters.filter(pk=pk, sent_at=None, tries__lt=Letter.MOST_TRIES)
    seen = mine.values_list("tries", flat=True).first()
    if seen is None:
        return 0
    if not mine.filter(tries=seen).update(tries=F("tries") + 1, tried_at=timezone.now()):
        return 0
    letter = letters.select_related("person__user", "person__contact", "place").get(pk=pk)
    messages = list(letter.messages.order_by("pk"))
    to = address_of(letter.person)
    if messages and to and how_often(letter.person) != Wish.Often.NEVER:
        _mail(letter, messages, to)
    letters.filter(pk=pk).update(sent_at=timezone.now())
    return 1


def address_of(person: Person) -> str:
    """Return where somebody reads mail: the address they sign in with, or the one known here."""
    if person.user is not None:
        return person.user.email
    contact = getattr(person, "contact", None)
    return contact.email if contact else ""


def _mail(letter: Letter, messages: list[Message], to: str) -> None:
    stop_url = settings.BASE_URL + reverse("notices_mail:stop", args=[stop_token(letter.person)])
    count = len(messages)
    told = {"n": count, "first": messages[0].title}
    subject = ngettext("%(first)s", "%(n)s things from Alongside: %(first)s", count) % told
    body = render_to_string(
        "notices/mail/letter.txt",
        {
            "name": letter.person.name,
            "messages": messages,
            "base": settings.BASE_URL,
            "stop_url": stop_url,
            "wish_url": settings.BASE_URL + reverse("notices:wish"),
        },
    )
    host = settings.BASE_URL.partition("//")[2].partition(":")[0]
    message_id = f"<{letter.public_id}@{host}>"
    stoppable(subject, body, to=to, stop_url=stop_url, message_id=message_id).send()


def stop_token(person: Person) -> str:
    """Return what lets whoever holds this mail, and nobody else, stop it all."""
    return signing.dumps(person.pk, salt=SALT)


@transaction.atomic
def stop_everything(token: str) -> Person | None:
    """Write to this person no more; nothing for a token that isn't ours."""
    try:
        pk = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    persons = Person.objects.unscoped(reason="the signed token says which")
    person = persons.filter(pk=pk, erased_at=None).select_related("place").first()
    if person is not None:
        _keep_wish(person, Wish.Often.NEVER)
    return person


@transaction.atomic
def wish(*, often: str, by: Actor) -> None:
    """Choose how often to hear, for everywhere one takes part."""
    persons = Person.objects.visible_to(by).filter(pk__in=list(by.persons.values()))
    for person in persons.select_related("place"):
        kept = _keep_wish(person, often)
        record_event("choose_messages", kept, by=by, place_id=person.place_id, fields=["often"])


def _keep_wish(person: Person, often: str) -> Wish:
    kept, _is_new = Wish.objects.in_place(person.place).update_or_create(
        person=person,
        defaults={"place": person.place, "often": often, "changed_at": timezone.now()},
    )
    if often == Wish.Often.NEVER:
        Message.objects.in_place(person.place).filter(person=person, letter=None).delete()
    return kept

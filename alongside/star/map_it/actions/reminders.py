"""Tell members that a map is open, and remind those who haven't answered; each once, none by force.

Who answered is known to this code alone: nobody sees a list of who did and who didn't.
"""

from collections.abc import Iterator

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMessage
from django.db import IntegrityError, transaction
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.foundation.members.mail import one_line
from alongside.foundation.members.models import Membership, Person
from alongside.foundation.members.roles import ROLES
from alongside.foundation.notices.mail import stoppable
from alongside.foundation.places.vocabulary import words_of
from alongside.foundation.responses.models import Response
from alongside.star.map_it.models import Reminder, Round

ANSWERING = [role.key for role in ROLES.values() if "round.answer" in role.permissions]
SALT = "map_it.reminders"


def due_number(round_: Round) -> int:
    """Return which message is due: 0 from the opening, then the reminders at even distances."""
    length = round_.closes_at - round_.opens_at
    passed = (timezone.now() - round_.opens_at) / length
    return min(int(passed * (round_.reminder_count + 1)), round_.reminder_count)


def remind_members(round_: Round) -> int:
    """Send what is due to members who haven't answered and haven't had it; return how many.

    Before each mail a row is kept, so that a killed worker rather leaves one out than sends two.
    """
    number = due_number(round_)
    sent = 0
    for person in _to_remind(round_, number):
        try:
            with transaction.atomic():
                Reminder.objects.create(
                    place=round_.place, round=round_, person=person, number=number
                )
        except IntegrityError:
            continue
        _mail(round_, person, number).send()
        sent += 1
    return sent


def _to_remind(round_: Round, number: int) -> Iterator[Person]:
    answered = Response.objects.in_place(round_.place).filter(
        activity=round_.activity_id, state=Response.State.SUBMITTED
    )
    had = Reminder.objects.in_place(round_.place).filter(
        round=round_, number__in=[number, Reminder.NO_MORE]
    )
    members = Membership.objects.in_place(round_.place).on(timezone.localdate())
    yield from (
        Person.objects.in_place(round_.place)
        .filter(pk__in=members.filter(role__in=ANSWERING).values("person"))
        .filter(erased_at__isnull=True)
        .exclude(
            pk__in=answered.filter(participant__person__isnull=False).values("participant__person")
        )
        .exclude(pk__in=had.values("person"))
        .exclude(contact__isnull=True)
        .exclude(contact__email="")
        .select_related("contact")
        .order_by("pk")
    )


def _mail(round_: Round, person: Person, number: int) -> EmailMessage:
    place = round_.place
    stop_url = f"{settings.BASE_URL}/help/no-reminders/{stop_token(round_, person)}/"
    body = render_to_string(
        "map_it/mail/reminder.txt",
        {
            "name": person.name,
            "place": place,
            "round": round_,
            "words": words_of(place),
            "is_reminder": number > 0,
            "url": f"{settings.BASE_URL}/{place.slug}/answer/{round_.slug}/",
            "stop_url": stop_url,
        },
    )
    subject = _("%(title)s: four questions, until %(day)s") % {
        "title": one_line(round_.title),
        "day": f"{round_.closes_at:%d.%m.%Y}",
    }
    return stoppable(subject, body, to=person.contact.email, stop_url=stop_url)


def stop_token(round_: Round, person: Person) -> str:
    """Return what lets whoever holds this mail, and nobody else, stop the reminders."""
    return signing.dumps([round_.pk, person.pk], salt=SALT)


def stop_reminders(token: str) -> Round | None:
    """Send this person no more reminders of this map; nothing for a token that isn't ours."""
    try:
        round_id, person_id = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    rounds = Round.objects.unscoped(reason="the signed token says which")
    round_ = rounds.filter(pk=round_id).select_related("place").first()
    if round_ is None or not Person.objects.in_place(round_.place).filter(pk=person_id).exists():
        return None
    Reminder.objects.in_place(round_.place).get_or_create(
        round=round_, person_id=person_id, number=Reminder.NO_MORE, defaults={"place": round_.place}
    )
    return round_

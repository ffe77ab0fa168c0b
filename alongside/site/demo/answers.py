"""Fill an invented map: seats, participants, envelopes and answers, as the pages would write them.

Many rows at a time, because a page's own way takes a dozen queries a person; the same tables, the
same constraints and the same digest of what was sent.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from django.utils import timezone

from alongside.foundation.accounts.codes import CodeKind, hash_code
from alongside.foundation.consent.actions import pseudonym_of
from alongside.foundation.consent.models import Participant
from alongside.foundation.members.models import Person, Seat
from alongside.foundation.members.seats import LIFETIME
from alongside.foundation.places.models import Service
from alongside.foundation.responses.models import Response
from alongside.foundation.responses.payload import digest_of
from alongside.site.demo.opinions import SEED
from alongside.site.demo.sheets import DemoSheet
from alongside.star.map_it.models import CoAnswer, FreeWord, PracticeReport, Round

Filled = list[tuple[DemoSheet, Response]]


def fill_round(
    round_: Round, filled_in: Sequence[DemoSheet], *, members: Mapping[str, Person]
) -> None:
    """Write the sheets as sent responses, spread over the days on which the map was open."""
    services = {service.starter_key: service for service in Service.objects.in_place(round_.place)}
    participants = _participants(round_, filled_in, members)
    slugs = {key: service.slug for key, service in services.items()}
    responses = Response.objects.bulk_create(
        _response(round_, participant, sheet, slugs)
        for participant, sheet in zip(participants, filled_in, strict=True)
    )
    pairs = list(zip(filled_in, responses, strict=True))
    _write_answers(pairs, services)
    _write_words(pairs)


def _participants(
    round_: Round, filled_in: Sequence[DemoSheet], members: Mapping[str, Person]
) -> list[Participant]:
    seats = _seats(round_, filled_in)
    made = []
    for sheet in filled_in:
        who = sheet.who
        person = members[who.key] if who.is_known else None
        made.append(
            Participant(
                place_id=round_.place_id,
                activity_id=round_.activity_id,
                person=person,
                seat=seats.get(who.key),
                group=who.group,
                group_confirmed=True,
                resident_kind=who.kind,
                pseudonym=pseudonym_of(person) if person else "",
                joined_at=_arrival(round_, who.key) - timedelta(minutes=3),
            )
        )
    return Participant.objects.bulk_create(made)


def _seats(round_: Round, filled_in: Sequence[DemoSheet]) -> dict[str, Seat]:
    """Guests who answered on a web page sat in a seat; nobody holds its words or cookie."""
    guests = [s.who.key for s in filled_in if not s.who.is_known and s.who.channel == "web"]
    seats = Seat.objects.bulk_create(
        Seat(
            place_id=round_.place_id,
            activity_id=round_.activity_id,
            group="resident",
            cookie_hash=hash_code(CodeKind.SEAT, f"{SEED} {round_.activity_id} {key}"),
            return_hash=hash_code(CodeKind.RETURN, f"{SEED} {round_.activity_id} {key}"),
            made_at=_arrival(round_, key),
            expires_at=_arrival(round_, key) + LIFETIME,
        )
        for key in guests
    )
    return dict(zip(guests, seats, strict=True))


def _response(
    round_: Round, participant: Participant, sheet: DemoSheet, slugs: Mapping[str, str]
) -> Response:
    who = sheet.who
    arrived_at = _arrival(round_, who.key)
    key = Random(f"{SEED}:key:{round_.activity_id}:{who.key}")  # noqa: S311 - a story
    return Response(
        place_id=round_.place_id,
        activity_id=round_.activity_id,
        participant=participant,
        state=Response.State.SUBMITTED,
        group=who.group,
        group_confirmed=True,
        resident_kind=who.kind,
        channel=who.channel,
        instrument_version=round_.instrument_version,
        submission_key=UUID(int=key.getrandbits(128), version=4),
        payload_hash=digest_of(sheet.payload(slugs)),
        answered_at=arrived_at,
        received_at=arrived_at,
        batch="Ferrylea evening" if who.channel == "room" else "",
    )


def _arrival(round_: Round, key: str) -> datetime:
    """Return when a respondent's answers came in: any moment while the map was open."""
    last = min(round_.closes_at, timezone.now())
    share = Random(f"{SEED}:when:{round_.slug}:{key}").random()  # noqa: S311 - a story
    return round_.opens_at + (last - round_.opens_at) * (0.02 + 0.96 * share)


def _write_answers(pairs: Filled, services: Mapping[str, Service]) -> None:
    CoAnswer.objects.bulk_create(
        CoAnswer(
            place_id=response.place_id,
            response=response,
            service=services[one.service],
            co=one.co,
            code=one.code,
            say=one.say,
        )
        for sheet, response in pairs
        for one in sheet.opinions
    )
    PracticeReport.objects.bulk_create(
        PracticeReport(
            place_id=response.place_id,
            response=response,
            service=services[told.service],
            way=told.way,
            groups=list(told.groups),
            level=told.level,
            what_they_bring=told.what_they_bring,
            wish_to_do_more=told.wish_to_do_more,
        )
        for sheet, response in pairs
        for told in sheet.reports
    )


def _write_words(pairs: Filled) -> None:
    FreeWord.objects.bulk_create(
        FreeWord(
            place_id=response.place_id,
            response=response,
            text=sheet.word.text,
            state=sheet.word.state,
            reason=sheet.word.reason,
        )
        for sheet, response in pairs
        if sheet.word
    )

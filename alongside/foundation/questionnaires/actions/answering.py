"""Writes of people who answer: begin, keep a page, send, withdraw.

Each page is kept the moment it is left. Before sending it is a draft and counts nowhere; after
sending a change counts at once.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.engines.questions.answers import Misfit
from alongside.engines.questions.asking import read
from alongside.engines.questions.given import Given
from alongside.engines.questions.pages import Page
from alongside.foundation.consent.actions import join_activity
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.actors import actor_of_seat
from alongside.foundation.members.models import Group, Seat
from alongside.foundation.members.seats import take_seat
from alongside.foundation.questionnaires.actions.saving import (
    change_sheet,
    keep_what_counts,
    lock_questionnaire,
    sheet_now,
)
from alongside.foundation.questionnaires.models import Answers, Questionnaire, Version
from alongside.foundation.questionnaires.queries.answering import Sheet, payload_of
from alongside.foundation.questionnaires.queries.finding import newest_version
from alongside.foundation.responses.actions import (
    Receipt,
    begin_response,
    lock_response,
    submit_response,
    withdraw_response,
)
from alongside.foundation.responses.crowd import refuse_flood
from alongside.foundation.responses.models import Response
from alongside.foundation.responses.payload import digest_of


@transaction.atomic
def begin_answers(
    questionnaire: Questionnaire,
    *,
    submission_key: UUID,
    language: str,
    by: Actor,
    group: str = "",
    is_confirmed: bool | None = None,
) -> Response:
    """Begin to answer the newest version, which never changes from now on."""
    window = lock_questionnaire(questionnaire)
    participant = join_activity(
        questionnaire.activity, by=by, group=group, group_confirmed=is_confirmed
    )
    version = newest_version(questionnaire)
    response = begin_response(
        participant,
        submission_key=submission_key,
        instrument_version=str(version.number),
        window=window,
        by=by,
    )
    Answers.objects.in_place(questionnaire.place).get_or_create(
        response=response,
        defaults={
            "place_id": questionnaire.place_id,
            "version": version,
            "language": language,
        },
    )
    if version.frozen_at is None:
        _freeze(questionnaire, version)
    return response


@transaction.atomic
def begin_as_guest(
    questionnaire: Questionnaire, *, submission_key: UUID, language: str, network: str
) -> tuple[Seat, str]:
    """Begin with a seat of one's own, or not at all; return it with its cookie's value."""
    refuse_flood(questionnaire.activity_id, network)
    seat, cookie, _words = take_seat(
        questionnaire.place,
        activity_id=questionnaire.activity_id,
        group=Group.RESIDENT,
        group_confirmed=True,
    )
    begin_answers(
        questionnaire, submission_key=submission_key, language=language, by=actor_of_seat(seat)
    )
    return seat, cookie


def keep_page(
    questionnaire: Questionnaire,
    response: Response,
    *,
    key: str,
    told: Mapping[str, Any],
    declined: frozenset[str],
    by: Actor,
) -> Sheet:
    """Keep what was answered on a page: by address what was said, and what is rather not said."""

    def write(sheet: Sheet) -> Given:
        page = _page_of(sheet, key)
        given = sheet.given
        for one in page.asked:
            is_declined = one.address in declined and one.question.may_decline
            try:
                said = None if is_declined else told.get(one.address)
                answer = read(sheet.contents, given, one, said, now=sheet.now)
            except Misfit as misfit:
                words = _("An answer doesn't fit its question. Look at the page again.")
                raise Refusal("misfit", words, status=409) from misfit
            given = given.with_answer(one.address, answer, declined=is_declined)
        _note_passed(sheet.response, key)
        return given

    return change_sheet(questionnaire, response, write, by=by)


def keep_turn(
    questionnaire: Questionnaire, response: Response, *, key: str, once_more: bool, by: Actor
) -> Sheet:
    """Keep whether a repeated group comes once more; `key` is where that would be."""

    def write(sheet: Sheet) -> Given:
        if _page_of(sheet, key).again is None:
            raise _not_asked()
        if once_more:
            return sheet.given.with_turn(key)
        _note_passed(sheet.response, key)
        return sheet.given

    return change_sheet(questionnaire, response, write, by=by)


def drop_turn(questionnaire: Questionnaire, response: Response, *, key: str, by: Actor) -> Sheet:
    """Take one turn of a repeated group out again (`child/2`); later ones move up."""

    def write(sheet: Sheet) -> Given:
        group, _slash, turn = key.rpartition("/")
        if not turn.isdecimal() or not 0 < int(turn) <= sheet.given.times(group):
            raise _not_asked()
        return sheet.given.without_turn(key)

    return change_sheet(questionnaire, response, write, by=by)


@transaction.atomic
def send_answers(
    questionnaire: Questionnaire,
    response: Response,
    *,
    submission_key: UUID,
    seen: str,
    by: Actor,
) -> Receipt:
    """Send what the page showed, of which `seen` is the digest. Answers to questions that are no
    longer asked are left out.
    """
    window = lock_questionnaire(questionnaire)
    sheet = sheet_now(lock_response(response, by=by), window)
    if not sheet.has_answers:
        raise Refusal("nothing_answered", _("Answer at least one question first."), status=409)
    if not sheet.is_sent:
        if seen != digest_of(payload_of(sheet.answers)):
            raise Refusal(
                "changed_elsewhere", _("Your answers were changed on another page."), status=409
            )
        if sheet.missing:
            words = _("A question that has to be answered has no answer yet.")
            raise Refusal("missing", words, status=409)
        keep_what_counts(sheet)
    return submit_response(
        response,
        submission_key=submission_key,
        payload=payload_of(sheet.answers),
        window=window,
        by=by,
    )


@transaction.atomic
def withdraw_answers(questionnaire: Questionnaire, response: Response, *, by: Actor) -> None:
    """Take one's answers back. They are deleted, not only left out."""
    window = lock_questionnaire(questionnaire)
    withdrawn = withdraw_response(response, window=window, by=by)
    Answers.objects.in_place(questionnaire.place).filter(response=withdrawn).delete()


def _freeze(questionnaire: Questionnaire, version: Version) -> None:
    versions = Version.objects.in_place(questionnaire.place).filter(pk=version.pk)
    versions.filter(frozen_at__isnull=True).update(frozen_at=timezone.now())


def _page_of(sheet: Sheet, key: str) -> Page:
    page = sheet.page(key)
    if page is None:
        raise _not_asked()
    return page


def _not_asked() -> Refusal:
    return Refusal("not_asked", _("This question isn't asked any more."), status=409)


def _note_passed(response: Response, key: str) -> None:
    """Note that a page which may stay empty was left, so that its author needn't see it again."""
    if response.state != Response.State.DRAFT:
        return
    passed = {*response.draft.get("passed", ()), key}
    response.draft = {**response.draft, "passed": sorted(passed)}
    response.save(update_fields=["draft"])

"""Put questions together, say what people are told, open, give more time, and end."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.engines.questions.contents import Questionnaire as Contents
from alongside.engines.questions.contents import as_document
from alongside.engines.questions.kinds import NOT_ANSWERED, Kind
from alongside.foundation.consent.actions import offer_help
from alongside.foundation.consent.models import Activity
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.moves import next_state
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.jobs.actions import enqueue_job
from alongside.foundation.places.models import Place
from alongside.foundation.questionnaires import rules
from alongside.foundation.questionnaires.models import Questionnaire, Version
from alongside.foundation.questionnaires.notices import notice_for
from alongside.foundation.questionnaires.queries.finding import (
    KIND,
    contents_of,
    free_slug,
    newest_version,
)
from alongside.foundation.responses.payload import digest_of

NOT_ALLOWED = _("Only a facilitator or the programme lead can do this.")
# What can be written down and read, and not yet be asked on a page.
NOT_YET = frozenset({Kind.PHOTO})


@transaction.atomic
def prepare_questionnaire(
    place: Place, *, title: str, contents: Contents, by: Actor
) -> Questionnaire:
    """Prepare a questionnaire with its first version. Nobody can answer before it is opened."""
    refuse_unless(rules.can_prepare_questionnaires(by, place), NOT_ALLOWED)
    activity = Activity.objects.create(
        place=place,
        kind=KIND,
        title=title,
        purpose=str(_("Plan with what people here know, have and wish")),
        notice=notice_for(place, minimum=5, by=by),
    )
    questionnaire = Questionnaire.objects.create(
        place=place, activity=activity, slug=free_slug(place, title), title=title
    )
    _add_version(questionnaire, 1, contents)
    record_event("prepare_questionnaire", questionnaire, by=by, place_id=place.pk)
    return questionnaire


@transaction.atomic
def change_questions(questionnaire: Questionnaire, *, contents: Contents, by: Actor) -> Version:
    """Ask something else from now on. Who has begun goes on with what they began."""
    questionnaire = _locked(questionnaire, by=by)
    if questionnaire.state == Questionnaire.State.ENDED:
        raise Refusal("ended", _("This has closed, so its questions stay as they are."), status=409)
    version = Version.objects.in_place(questionnaire.place).select_for_update()
    newest = version.filter(questionnaire=questionnaire).latest("number")
    document = as_document(contents)
    if newest.digest == digest_of(document):
        return newest
    if questionnaire.state == Questionnaire.State.OPEN:
        _refuse_what_cant_be_asked(contents)
    if newest.frozen_at is not None:
        newest = _add_version(questionnaire, newest.number + 1, contents)
    else:
        newest.content, newest.digest = document, digest_of(document)
        newest.made_at = timezone.now()
        newest.save(update_fields=["content", "digest", "made_at"])
    record_event("change_questions", questionnaire, by=by, place_id=questionnaire.place_id)
    return newest


# What people are told. Stays as it is once it has opened.
TOLD = frozenset({"purpose", "who_decides", "what_can_change", "what_cannot_change"})


@transaction.atomic
def describe_questionnaire(
    questionnaire: Questionnaire,
    *,
    title: str,
    minimum: int,
    closes_at: datetime,
    help_offered: dict[str, str],
    by: Actor,
    **told: Any,
) -> Questionnaire:
    """Say what people are told and until when they can answer, as long as it hasn't opened."""
    questionnaire = _locked(questionnaire, by=by)
    if questionnaire.state != Questionnaire.State.PREPARING:
        raise Refusal("opened", _("It has opened, so this stays as people were told."), status=409)
    questionnaire.title, questionnaire.minimum = title, minimum
    questionnaire.closes_at = closes_at
    questionnaire.save(update_fields=["title", "minimum", "closes_at"])
    activity = questionnaire.activity
    activity.title = title
    activity.notice = notice_for(questionnaire.place, minimum=minimum, by=by)
    for name in TOLD & told.keys():
        setattr(activity, name, told[name])
    activity.save(update_fields=["title", "notice", *sorted(TOLD & told.keys())])
    offer_help(activity, by=by, **help_offered)
    record_event("describe_questionnaire", questionnaire, by=by, place_id=questionnaire.place_id)
    return questionnaire


@transaction.atomic
def open_questionnaire(questionnaire: Questionnaire, *, by: Actor) -> Questionnaire:
    """Let people answer from now on, until its last day."""
    questionnaire = _locked(questionnaire, by=by)
    following = next_state(rules.TRANSITIONS, questionnaire.state, "open")
    if following is None:
        return questionnaire
    _refuse_unready(questionnaire)
    now = timezone.now()
    questionnaire.state, questionnaire.opens_at = following, now
    questionnaire.save(update_fields=["state", "opens_at"])
    Activity.objects.in_place(questionnaire.place).filter(pk=questionnaire.activity_id).update(
        opened_at=now
    )
    record_event("open_questionnaire", questionnaire, by=by, place_id=questionnaire.place_id)
    return questionnaire


@transaction.atomic
def end_questionnaire(questionnaire: Questionnaire, *, by: Actor) -> Questionnaire:
    """Take no more answers. What was begun and not sent counts nowhere."""
    questionnaire = _locked(questionnaire, by=by)
    following = next_state(rules.TRANSITIONS, questionnaire.state, "end")
    if following is None:
        return questionnaire
    questionnaire.state = following
    questionnaire.save(update_fields=["state"])
    Activity.objects.in_place(questionnaire.place).filter(pk=questionnaire.activity_id).update(
        ended_at=Now()
    )
    record_event("end_questionnaire", questionnaire, by=by, place_id=questionnaire.place_id)
    enqueue_job(
        "questionnaires.release",
        place=questionnaire.place,
        key=f"questionnaires.release {questionnaire.pk}",
        arguments={"questionnaire_id": questionnaire.pk},
        by=by,
    )
    return questionnaire


def _locked(questionnaire: Questionnaire, *, by: Actor) -> Questionnaire:
    refuse_unless(rules.can_prepare_questionnaires(by, questionnaire.place), NOT_ALLOWED)
    rows = Questionnaire.objects.in_place(questionnaire.place).select_for_update(of=("self",))
    found = rows.select_related("activity").get(pk=questionnaire.pk)
    found.place = found.activity.place = questionnaire.place
    return found


def _add_version(questionnaire: Questionnaire, number: int, contents: Contents) -> Version:
    document = as_document(contents)
    return Version.objects.create(
        place_id=questionnaire.place_id,
        questionnaire=questionnaire,
        number=number,
        content=document,
        digest=digest_of(document),
    )


def _refuse_unready(questionnaire: Questionnaire) -> None:
    _refuse_what_cant_be_asked(contents_of(newest_version(questionnaire)))
    if questionnaire.closes_at is None or not questionnaire.activity.who_decides:
        raise Refusal("untold", _("Say first what people are told, and the last day."), status=409)
    if questionnaire.closes_at <= timezone.now():
        raise Refusal(
            "too_late",
            _("The last day has passed. Choose a day that is still to come."),
            status=409,
        )
    if not questionnaire.activity.help_is_answered:
        raise Refusal(
            "help_unanswered",
            _("Say first which help with taking part is ready, on request, or not offered."),
            status=409,
        )


def _refuse_what_cant_be_asked(contents: Contents) -> None:
    kinds = {question.kind for question in contents.questions()}
    if kinds <= NOT_ANSWERED:
        raise Refusal("no_questions", _("There is no question in it yet."), status=409)
    if kinds & NOT_YET:
        raise Refusal(
            "photos",
            _("Photos can't be asked for yet. Take these questions out of the file."),
            status=409,
        )

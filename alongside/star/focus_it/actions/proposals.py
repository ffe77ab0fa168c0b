"""What residents propose: taken in, answered in time, and put on the list of what could be tried."""

import uuid
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.foundation.consent.actions import give_notice, join_activity
from alongside.foundation.consent.models import Activity, Participant
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor, ActorKind, system_actor
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.initiatives.actions import propose_candidate
from alongside.foundation.initiatives.models import Initiative
from alongside.foundation.initiatives.rules import can_edit_initiatives
from alongside.foundation.members.actors import actor_of_seat
from alongside.foundation.members.models import Group
from alongside.foundation.members.seats import take_seat
from alongside.foundation.places.models import Place
from alongside.star.focus_it.models import Proposal

KIND = "proposals"
# So many days until somebody has to answer; the day is told at once.
ANSWERED_WITHIN = timedelta(days=21)
AT_MOST_WAITING = 200


@transaction.atomic
def propose(
    place: Place,
    *,
    title: str,
    text: str,
    who_gains: str,
    submission_key: uuid.UUID,
    by: Actor,
) -> tuple[Proposal, str, str]:
    """Take a proposal in; return it with the guest's cookie and three words, empty for members.

    Sent twice it is there once; then no new words are given.
    """
    refuse_unless(place.is_writable, _("Nothing can be proposed here any more."))
    activity = proposals_activity(place)
    known = Proposal.objects.in_place(place).filter(submission_key=submission_key).first()
    if known is not None:
        return known, "", ""
    waiting = Proposal.objects.in_place(place).filter(state=Proposal.State.WAITING)
    if waiting.count() >= AT_MOST_WAITING:
        raise Refusal(
            "too_many_waiting",
            _("Very many proposals wait for an answer here. Please ring, or come back in a week."),
            status=429,
        )
    participant, cookie, words = _participant(activity, by)
    proposal = Proposal.objects.create(
        place=place,
        participant=participant,
        submission_key=submission_key,
        title=title,
        text=text,
        who_gains=who_gains,
        answer_by=timezone.localdate() + ANSWERED_WITHIN,
    )
    return proposal, cookie, words


def _participant(activity: Activity, by: Actor) -> tuple[Participant, str, str]:
    """Members propose as themselves; a guest gets a seat, or goes on with the one they have."""
    if by.kind is ActorKind.PERSON and activity.place_id in by.persons:
        hats = Participant.objects.in_place(activity.place).filter(
            activity=activity, person=by.persons[activity.place_id]
        )
        known = hats.first()
        return (
            known or join_activity(activity, by=by, group=Group.RESIDENT, group_confirmed=False),
            "",
            "",
        )
    if by.kind is ActorKind.SEAT and by.seat_activity == activity.pk:
        return join_activity(activity, by=by), "", ""
    seat, cookie, words = take_seat(
        activity.place, activity_id=activity.pk, group=Group.RESIDENT, group_confirmed=True
    )
    return join_activity(activity, by=actor_of_seat(seat)), cookie, words


def proposals_activity(place: Place) -> Activity:
    """Return the one activity of a place in which proposals are taken in; made when first needed."""
    known = Activity.objects.in_place(place).filter(kind=KIND).select_related("notice").first()
    if known is not None:
        known.place = place
        return known
    notice = give_notice(
        place,
        kind=KIND,
        who_sees=_("Those who run the programme read what you write. Your name isn't asked for."),
        text=_(
            "We ask so that people can say what should be done together. Every proposal is answered, "
            "with a reason. What is taken up stands on a public list, in your words or shortened, "
            "without saying who proposed it."
        ),
        by=system_actor(),
    )
    title = _("What people propose")
    purpose = _("Say what could be done together, and hear back")
    return Activity.objects.create(
        place=place, kind=KIND, title=title, purpose=purpose, notice=notice
    )


@transaction.atomic
def take_up(proposal: Proposal, *, title: str, co: str, answer: str, by: Actor) -> Initiative:
    """Put a proposal on the list of what could be tried, and tell its author."""
    proposal = _held(proposal, by)
    if proposal.state == Proposal.State.LISTED and proposal.initiative is not None:
        return proposal.initiative
    _refuse_answered(proposal)
    proposal.initiative = propose_candidate(
        proposal.place,
        title=title,
        co=co,
        what_happens=proposal.text,
        origin=f"proposal:{proposal.submission_key}",
        by=by,
    )
    _answered(proposal, Proposal.State.LISTED, answer, by=by)
    return proposal.initiative


@transaction.atomic
def decline(proposal: Proposal, *, answer: str, by: Actor) -> None:
    """Say why a proposal isn't taken up; its author reads it."""
    proposal = _held(proposal, by)
    if proposal.state == Proposal.State.DECLINED and proposal.answer == answer:
        return
    _refuse_answered(proposal)
    if not answer.strip():
        raise Refusal("why", _("Say why: whoever proposed it reads it."), status=409)
    _answered(proposal, Proposal.State.DECLINED, answer, by=by)


def _held(proposal: Proposal, by: Actor) -> Proposal:
    place = proposal.place
    refuse_unless(can_edit_initiatives(by, place), _("Your role here doesn't answer proposals."))
    held = Proposal.objects.in_place(place).select_for_update(of=("self",)).get(pk=proposal.pk)
    held.place = place
    return held


def _refuse_answered(proposal: Proposal) -> None:
    if proposal.state != Proposal.State.WAITING:
        raise Refusal(
            "answered_meanwhile",
            _("Somebody has answered this proposal meanwhile."),
            status=409,
            next_step=_("Open the list again to see what was said."),
        )


def _answered(proposal: Proposal, state: Proposal.State, answer: str, *, by: Actor) -> None:
    proposal.state, proposal.answer, proposal.answered_at = state, answer, timezone.now()
    proposal.save(update_fields=["state", "answer", "answered_at", "initiative"])
    record_event("answer_proposal", proposal, by=by, place_id=proposal.place_id)

"""Move a case from one state to the next: send it, send it back, publish, withdraw."""

from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.jobs.actions import enqueue_job
from alongside.foundation.practices.actions import publish_practice, withdraw_practice
from alongside.foundation.practices.models import Practice
from alongside.learning.case_studies import mail, rules
from alongside.learning.case_studies.actions.collecting import ask_for_booklets_with
from alongside.learning.case_studies.actions.writing import locked
from alongside.learning.case_studies.models import TOLD, CaseLabel, CaseStudy, PublishedCase
from alongside.learning.case_studies.queries.entry import entry_fields, labels_of
from alongside.learning.case_studies.queries.writing import missing_in, published_of

NOT_ALLOWED = _("Your role doesn't allow this with a case.")


@transaction.atomic
def move_case(case: CaseStudy, verb: str, *, by: Actor, reason: str = "") -> CaseStudy:
    """Do one of `rules.MOVES` to a case. The same move sent twice counts once."""
    move = rules.MOVES[verb]
    case = locked(case)
    refuse_unless(rules.can_move_case(by, case, move), NOT_ALLOWED)
    if case.state == move.ends and case.state not in move.begins:
        return case
    _refuse_what_does_not_fit(case, move, reason)
    if verb == "publish":
        _publish(case, by=by)
    elif verb == "withdraw":
        practice = _published_or_refused(case).practice
        withdraw_practice(practice, by=by)
        _follow(practice, by=by)
    case.state, case.reason, case.moved_on = move.ends, reason, timezone.localdate()
    case.save(update_fields=["state", "reason", "moved_on", "checked_on"])
    record_event(f"{verb}_case", case, by=by, place_id=case.place_id)
    transaction.on_commit(partial(mail.tell_of_move, case, verb))
    return case


def _refuse_what_does_not_fit(case: CaseStudy, move: rules.Move, reason: str) -> None:
    if case.state not in move.begins:
        raise Refusal(
            "not_from_here",
            _("This doesn't follow from where the case stands now."),
            status=409,
            next_step=_("Open its page again to see what happened meanwhile."),
        )
    if move.needs_reason and not reason.strip():
        raise Refusal("reason_missing", _("Say why: whoever wrote it reads it."), status=409)
    if move.verb in ("submit", "publish") and missing_in(case):
        raise Refusal(
            "not_complete",
            _("Something is missing before this case can be sent."),
            status=409,
            missing=missing_in(case),
        )


def _publish(case: CaseStudy, *, by: Actor) -> None:
    """Copy what was read and agreed to into the nation's library."""
    nation, today = case.place.nation, timezone.localdate()
    if nation is None:
        raise Refusal("no_nation", _("This partnership has no nation to publish in."), status=409)
    if nation.publishing_is_paused(today) or case.place.publishing_is_paused(today):
        raise Refusal("paused", _("Publishing is paused because an election is near."), status=409)
    before = published_of(case)
    practice = publish_practice(
        nation, practice=before.practice if before else None, by=by, **entry_fields(case)
    )
    told: dict[str, Any] = {name: getattr(case, name) for name in TOLD}
    PublishedCase.objects.in_place(nation).update_or_create(
        case_id=case.public_id,
        defaults={**told, "updated_on": today},
        create_defaults={
            **told,
            "place": nation,
            "practice": practice,
            "partnership": case.place,
            "published_on": today,
            "updated_on": today,
        },
    )
    CaseLabel.objects.in_place(nation).filter(practice=practice).delete()
    CaseLabel.objects.bulk_create(
        CaseLabel(place=nation, practice=practice, kind=kind, key=key)
        for kind, key in labels_of(case)
    )
    case.checked_on = today
    _follow(practice, by=by)


def _published_or_refused(case: CaseStudy) -> PublishedCase:
    found = published_of(case)
    if found is None or found.practice.withdrawn_on is not None:
        raise Refusal("not_public", _("Nobody outside can read this case yet."), status=409)
    return found


def _follow(practice: Practice, *, by: Actor) -> None:
    """What is alike, and the booklets in which it stands, follow in the background."""
    key = "case_studies.liken"
    enqueue_job("case_studies.liken", place=practice.place, key=key, arguments={}, by=by)
    ask_for_booklets_with(practice, by=by)

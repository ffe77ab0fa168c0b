"""Sharing a Star: preview with right of reply, signatures, then as far as the partnership chooses.

What a partnership shares is its own choice, round by round (trust 22); it can be taken back.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.models import Membership
from alongside.foundation.members.roles import ROLES
from alongside.foundation.places.vocabulary import words_of
from alongside.star.map_it.models import Reply, Round
from alongside.star.map_it.queries.releases import latest_release
from alongside.star.map_it.rules import rounds as rules

SHORTEST_PREVIEW = timedelta(days=3)


@transaction.atomic
def offer_preview(round_: Round, *, wanted: str, days: int, by: Actor) -> Round:
    """Show members what would be shared, and give them some days to reply before it is."""
    round_ = Round.objects.in_place(round_.place).locked(round_)
    if not rules.can_publish_round(by, round_):
        raise Refusal("not_allowed", _("Only the programme lead can share results."))
    if latest_release(round_) is None:
        raise Refusal("no_results", _("There are no results to share yet."), status=409)
    if timedelta(days=days) < SHORTEST_PREVIEW:
        raise Refusal("preview_too_short", _("Give people at least 3 days to reply."), status=409)
    round_.wanted_sharing = wanted
    round_.preview_until = timezone.now() + timedelta(days=days)
    round_.signed_by_lead_at = None
    round_.signed_by_resident_lead_at = None
    fields = [
        "wanted_sharing", "preview_until", "signed_by_lead_at", "signed_by_resident_lead_at",
    ]  # fmt: skip
    return _saved(round_, "offer_preview", fields, by)


@transaction.atomic
def sign_off(round_: Round, *, by: Actor, dissent: str = "") -> Round:
    """Sign what is to be shared. Whoever disagrees says so; it is shown with the result."""
    round_ = Round.objects.in_place(round_.place).locked(round_)
    if not rules.can_sign_off(by, round_):
        raise Refusal("not_allowed", _("Your signature is not needed here."))
    if not round_.wanted_sharing:
        raise Refusal("no_preview", _("Nothing is waiting to be signed."), status=409)
    fields = []
    if dissent.strip():
        said = [line for line in (round_.dissent, dissent.strip()) if line]
        round_.dissent = "\n".join(said)
        fields.append("dissent")
    now = timezone.now()
    if rules.signs_as_lead(by, round_):
        round_.signed_by_lead_at = now
        fields.append("signed_by_lead_at")
    else:
        round_.signed_by_resident_lead_at = now
        fields.append("signed_by_resident_lead_at")
    return _saved(round_, "sign_off", fields, by)


@transaction.atomic
def reply_to_preview(round_: Round, *, text: str, by: Actor) -> Reply:
    """Reply to what would be shared, while there is time; a second reply replaces the first."""
    round_ = Round.objects.in_place(round_.place).locked(round_)
    if not rules.can_reply(by, round_):
        raise Refusal("not_allowed", _("Only members can reply."))
    if not preview_is_running(round_):
        raise Refusal("no_preview", _("The days for replies are over."), status=409)
    reply, _is_new = Reply.objects.in_place(round_.place).update_or_create(
        round=round_,
        person_id=by.persons[round_.place_id],
        defaults={"place": round_.place, "text": text.strip()[:1000], "at": timezone.now()},
    )
    record_event("reply_to_preview", round_, by=by, place_id=round_.place_id)
    return reply


def replies_to(round_: Round) -> list[Reply]:
    """Return what members replied, oldest first."""
    replies = Reply.objects.in_place(round_.place).filter(round=round_)
    return list(replies.select_related("person").order_by("at"))


@transaction.atomic
def share_round(round_: Round, *, by: Actor) -> Round:
    """Share the Star as far as was previewed, when the days are over and the signatures there."""
    round_ = Round.objects.in_place(round_.place).locked(round_)
    if not rules.can_publish_round(by, round_):
        raise Refusal("not_allowed", _("Only the programme lead can share results."))
    problem = what_is_missing(round_)
    if problem is not None:
        raise problem
    release = latest_release(round_)
    round_.sharing, round_.wanted_sharing = round_.wanted_sharing, ""
    round_.shared_number = release.number if release else None
    return _saved(round_, "share_round", ["sharing", "shared_number", "wanted_sharing"], by)


def preview_is_running(round_: Round) -> bool:
    """Whether members can reply now."""
    return round_.preview_until is not None and round_.preview_until > timezone.now()


def what_is_missing(round_: Round) -> Refusal | None:
    """Say what still stands in the way of sharing, or nothing."""
    checks = (
        (not round_.wanted_sharing, "no_preview", _("Offer a preview first.")),
        (
            round_.preview_until is None or preview_is_running(round_),
            "preview_running",
            _("The days for replies are not over yet."),
        ),
        (round_.signed_by_lead_at is None, "unsigned", _("The programme lead has not signed.")),
        (
            round_.signed_by_resident_lead_at is None and has_resident_lead(round_),
            "unsigned_resident",
            _("The %(who)s has not signed.") % {"who": resident_lead_of(round_)},
        ),
        (
            _is_drawn_since(round_, round_.signed_at),
            "drawn_since",
            _("The Star was drawn anew since it was signed. Offer a preview of the new one."),
        ),
        (
            round_.place.publishing_is_paused(timezone.localdate()),
            "paused",
            _("Nothing is published in the weeks before an election."),
        ),
    )
    return next((Refusal(code, words, status=409) for wrong, code, words in checks if wrong), None)


def _is_drawn_since(round_: Round, signed_at: datetime | None) -> bool:
    release = latest_release(round_)
    return signed_at is not None and release is not None and release.made_at > signed_at


def resident_lead_of(round_: Round) -> str:
    """Return what the resident co-lead is called here."""
    return ROLES["resident_lead"].called(words_of(round_.place))


def has_resident_lead(round_: Round) -> bool:
    """Whether a resident co-lead has to sign too."""
    memberships = Membership.objects.in_place(round_.place).on(timezone.localdate())
    return memberships.filter(role="resident_lead").exists()


@transaction.atomic
def take_back(round_: Round, *, by: Actor) -> Round:
    """Make a shared Star private again, at once."""
    round_ = Round.objects.in_place(round_.place).locked(round_)
    if not rules.can_publish_round(by, round_):
        raise Refusal("not_allowed", _("Only the programme lead can take results back."))
    round_.sharing, round_.wanted_sharing = Round.Sharing.PRIVATE, ""
    round_.shared_number = None
    return _saved(round_, "take_back", ["sharing", "shared_number", "wanted_sharing"], by)


def _saved(round_: Round, verb: str, fields: list[str], by: Actor) -> Round:
    round_.save(update_fields=fields)
    record_event(verb, round_, by=by, place_id=round_.place_id, fields=fields)
    return round_

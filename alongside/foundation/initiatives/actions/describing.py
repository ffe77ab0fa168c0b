"""Describe an initiative, and say whether the public may read it."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.initiatives import rules
from alongside.foundation.initiatives.models import Initiative, InitiativeWard
from alongside.foundation.initiatives.queries.searchable import entry_of
from alongside.foundation.places.models import Ward
from alongside.foundation.search.actions import keep_in_search

NOT_ALLOWED = _("Your role here doesn't allow changing activities.")

DESCRIBABLE = frozenset(
    {
        "title", "service", "co", "approach", "what_happens", "groups", "level", "people_count",
        "cost_pence", "cost_note", "what_changed", "quotation", "quoted_who", "quotation_agreed",
        "evidence_url", "is_public",
    }
)  # fmt: skip


@transaction.atomic
def describe_initiative(
    initiative: Initiative, *, by: Actor, wards: Iterable[Ward] | None = None, **changes: Any
) -> Initiative:
    """Change what is told about an initiative, where it happens, or whether the public may read it.

    `wards` are all those in which it happens; none of them means everywhere.
    """
    refuse_unless(rules.can_edit_initiative(by, initiative), NOT_ALLOWED)
    changed = {k for k, v in only_known(changes).items() if getattr(initiative, k) != v}
    for key in changed:
        setattr(initiative, key, changes[key])
    if initiative.is_public and initiative.quotation and not initiative.quotation_agreed:
        raise Refusal(
            "quotation_not_agreed",
            _("The person quoted has not agreed to be read by everyone."),
            status=409,
            next_step=_("Ask them, or take the quotation out before you make the page public."),
        )
    if changed:
        initiative.save(update_fields=sorted(changed))
        keep_in_search([entry_of(initiative)])
    if wards is not None and place_initiative(initiative, wards):
        changed.add("wards")
    if changed:
        record_event(
            "describe_initiative", initiative, by=by, place_id=initiative.place_id, fields=changed
        )
    return initiative


def place_initiative(initiative: Initiative, wards: Iterable[Ward]) -> bool:
    """Say where an initiative happens, within the caller's action; whether that was news.

    Wards of another partnership are passed over: nothing of ours happens there.
    """
    placed = InitiativeWard.objects.in_place(initiative.place).filter(initiative=initiative)
    known = set(placed.values_list("ward", flat=True))
    told = {ward.pk for ward in wards if ward.place_id == initiative.place_id}
    placed.filter(ward__in=known - told).delete()
    InitiativeWard.objects.bulk_create(
        InitiativeWard(place=initiative.place, initiative=initiative, ward_id=pk)
        for pk in sorted(told - known)
    )
    return told != known


def only_known(described: dict[str, Any]) -> dict[str, Any]:
    """Return what is told, if an initiative has all of it."""
    unknown = described.keys() - DESCRIBABLE
    if unknown:
        message = f"an initiative has no {', '.join(sorted(unknown))}"
        raise TypeError(message)
    return described

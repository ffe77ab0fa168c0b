"""Put things on the list of a matrix, change their words, take them off."""

from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.initiatives.actions import propose_candidate
from alongside.foundation.initiatives.models import Initiative
from alongside.foundation.rooms.actions import touch_room
from alongside.foundation.rooms.models import Room
from alongside.star.focus_it.actions.matrices import NOT_ALLOWED
from alongside.star.focus_it.models import Item, Matrix, Proposal
from alongside.star.focus_it.rules import matrices as rules

# What people read while they rate: changed words mean that older ratings no longer count.
READ = frozenset({"title", "text", "who_gains", "who_loses"})
DESCRIBABLE = READ | {"cost_pence", "staff_days"}


@transaction.atomic
def add_item(
    matrix: Matrix,
    initiative: Initiative,
    *,
    by: Actor,
    origin: str = Item.Origin.CANDIDATE,
    **described: Any,
) -> Item:
    """Put an initiative on the list; once is enough, and what was taken off comes back."""
    matrix = _held(matrix, by)
    if initiative.place_id != matrix.place_id:
        raise Refusal("elsewhere", _("This activity belongs to another partnership."))
    items = Item.objects.in_place(matrix.place).filter(matrix=matrix)
    known = items.filter(initiative=initiative).first()
    if known is not None:
        return _put_back(known, by=by)
    last = items.aggregate(last=Max("number"))["last"] or 0
    told = {
        "title": initiative.title,
        "text": initiative.what_happens,
        "who_gains": _proposed_for(initiative),
        **_only_known(described),
    }
    if told.get("cost_pence") is None:
        told["cost_pence"] = initiative.cost_pence
    item = Item.objects.create(
        place_id=matrix.place_id,
        matrix=matrix,
        initiative=initiative,
        origin=origin,
        number=last + 1,
        **told,
    )
    _changed(item, "add_item", by=by)
    return item


def _proposed_for(initiative: Initiative) -> str:
    """Who gains, as a resident said who proposed it."""
    proposals = Proposal.objects.in_place(initiative.place).filter(initiative=initiative)
    return next(iter(proposals.values_list("who_gains", flat=True)[:1]), "")


@transaction.atomic
def add_idea(
    matrix: Matrix,
    *,
    title: str,
    co: str,
    by: Actor,
    submission_key: str = "",
    text: str = "",
    **described: Any,
) -> Item:
    """Put a new idea on the list: it becomes an initiative that could be tried."""
    initiative = propose_candidate(
        matrix.place,
        title=title,
        co=co,
        what_happens=text,
        origin=f"matrix-idea:{submission_key}" if submission_key else "",
        by=by,
    )
    return add_item(matrix, initiative, origin=Item.Origin.IDEA, by=by, **described)


@transaction.atomic
def change_item(item: Item, *, by: Actor, **changes: Any) -> Item:
    """Change an item. New words are rated anew: who rated the old ones is asked again."""
    _held(item.matrix, by)
    item = Item.objects.in_place(item.place).select_for_update(of=("self",)).get(pk=item.pk)
    changed = {k for k, v in _only_known(changes).items() if getattr(item, k) != v}
    for key in changed:
        setattr(item, key, changes[key])
    if changed & READ and item.ratings.exists():
        item.version += 1
    if changed:
        item.save(update_fields=[*sorted(changed), "version"])
        _changed(item, "change_item", by=by, fields=changed)
    return item


@transaction.atomic
def withdraw_item(item: Item, *, by: Actor) -> Item:
    """Take an item off the list; its ratings are kept and no longer counted."""
    _held(item.matrix, by)
    if item.withdrawn_at is None:
        item.withdrawn_at = timezone.now()
        item.save(update_fields=["withdrawn_at"])
        _changed(item, "withdraw_item", by=by)
    return item


def _put_back(item: Item, *, by: Actor) -> Item:
    if item.withdrawn_at is not None:
        item.withdrawn_at = None
        item.save(update_fields=["withdrawn_at"])
        _changed(item, "put_back_item", by=by)
    return item


def _held(matrix: Matrix, by: Actor) -> Matrix:
    """Return the matrix with its room held, if its list may be changed now."""
    refuse_unless(rules.can_run_matrix(by, matrix), NOT_ALLOWED)
    matrix.room = Room.objects.in_place(matrix.place).locked(matrix.room)
    if matrix.room.stage == Room.Stage.ENDED:
        raise Refusal("ended", _("This matrix has ended; its list stays as it is."), status=409)
    return matrix


def _changed(item: Item, verb: str, *, by: Actor, fields: set[str] | None = None) -> None:
    touch_room(item.matrix.room, is_asked_anew=not fields or bool(fields & READ))
    record_event(verb, item, by=by, place_id=item.place_id, fields=fields or ())


def _only_known(described: dict[str, Any]) -> dict[str, Any]:
    if unknown := described.keys() - DESCRIBABLE:
        message = f"an item has no {', '.join(sorted(unknown))}"
        raise TypeError(message)
    return described

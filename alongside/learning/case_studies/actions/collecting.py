"""Put cases together in collections, in an order, and have their booklets made."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.jobs.actions import enqueue_job
from alongside.foundation.places.models import Place
from alongside.foundation.places.slugs import free_slug_among
from alongside.foundation.practices.models import Practice
from alongside.foundation.search.actions import keep_in_search, take_out_of_search
from alongside.learning.case_studies import rules
from alongside.learning.case_studies.models import Booklet, CollectedCase, Collection
from alongside.learning.case_studies.queries.collections import cases_in
from alongside.learning.case_studies.queries.searchable import KIND, entry_of

NOT_ALLOWED = _("Only the national team puts collections together.")
MOST = 60


@transaction.atomic
def begin_collection(nation: Place, *, title: str, introduction: str, by: Actor) -> Collection:
    """Begin a collection; one of that title stays the one it is."""
    refuse_unless(rules.can_edit_collections(by, nation), NOT_ALLOWED)
    known = Collection.objects.in_place(nation).filter(title=title).first()
    if known is not None:
        return known
    collection = Collection.objects.create(
        place=nation, slug=_free_slug(nation, title), title=title, introduction=introduction
    )
    record_event("begin_collection", collection, by=by, place_id=nation.pk)
    return collection


def _free_slug(nation: Place, title: str) -> str:
    rows = Collection.objects.in_place(nation)
    return free_slug_among(rows, title, otherwise="collection", reserved={"new"})


@transaction.atomic
def describe_collection(
    collection: Collection, *, title: str, introduction: str, is_public: bool, by: Actor
) -> Collection:
    """Change what is told of it, and whether everybody may read it."""
    refuse_unless(rules.can_edit_collections(by, collection.place), NOT_ALLOWED)
    if is_public and not collection.collected.exists():
        raise Refusal("empty", _("Put at least one case in before everybody reads it."), status=409)
    told = {"title": title, "introduction": introduction, "is_public": is_public}
    changed = {name for name, value in told.items() if getattr(collection, name) != value}
    for name in changed:
        setattr(collection, name, told[name])
    _note(collection, "describe_collection", changed, by=by)
    return collection


@transaction.atomic
def put_in(collection: Collection, practice: Practice, *, by: Actor) -> None:
    """Put a case at the end of a collection; what is in it stays where it is."""
    refuse_unless(rules.can_edit_collections(by, collection.place), NOT_ALLOWED)
    inside = list(collection.collected.values_list("practice_id", "number"))
    if practice.pk in dict(inside):
        return
    if len(inside) >= MOST:
        raise Refusal("full", _("A collection holds sixty cases at most."), status=409)
    CollectedCase.objects.create(
        place=collection.place,
        collection=collection,
        practice=practice,
        number=max((number for _pk, number in inside), default=0) + 1,
    )
    _note(collection, "collect_case", {"collected"}, by=by)


@transaction.atomic
def take_out(collection: Collection, practice: Practice, *, by: Actor) -> None:
    """Take a case out of a collection."""
    refuse_unless(rules.can_edit_collections(by, collection.place), NOT_ALLOWED)
    if collection.collected.filter(practice=practice).delete()[0]:
        if not collection.collected.exists():
            collection.is_public = False
        _note(collection, "take_case_out", {"collected", "is_public"}, by=by)


@transaction.atomic
def move_up(collection: Collection, practice: Practice, *, by: Actor) -> None:
    """Let a case change places with the one before it."""
    refuse_unless(rules.can_edit_collections(by, collection.place), NOT_ALLOWED)
    inside = list(collection.collected.select_for_update().order_by("number", "pk"))
    at = next((at for at, one in enumerate(inside) if one.practice_id == practice.pk), 0)
    if at == 0:
        return
    inside[at - 1], inside[at] = inside[at], inside[at - 1]
    for number, one in enumerate(inside, start=1):
        one.number = number
    collection.collected.bulk_update(inside, ["number"])
    _note(collection, "order_collection", {"collected"}, by=by)


def _note(collection: Collection, verb: str, changed: set[str], *, by: Actor) -> None:
    """Keep what changed, write history, and have the booklet made anew."""
    if not changed:
        return
    collection.changed_at = timezone.now()
    collection.save(update_fields=["title", "introduction", "is_public", "changed_at"])
    record_event(verb, collection, by=by, place_id=collection.place_id, fields=changed)
    if collection.is_public:
        keep_in_search([entry_of(collection)])
    else:
        take_out_of_search(KIND, [str(collection.pk)])
    ask_for_booklet(collection, by=by)


def ask_for_booklet(collection: Collection, *, by: Actor) -> None:
    """Have the booklet of a public collection made; asked twice meanwhile, it is made once."""
    if collection.is_public and cases_in(collection):
        enqueue_job(
            "case_studies.make_booklet",
            place=collection.place,
            key=f"case_studies.booklet:{collection.pk}",
            arguments={"collection_id": collection.pk},
            by=by,
        )


def ask_for_booklets_with(practice: Practice, *, by: Actor) -> None:
    """A case changed: have the booklets made anew in which it stands."""
    holding = Collection.objects.in_place(practice.place).filter(collected__practice=practice)
    for collection in holding.select_related("place"):
        ask_for_booklet(collection, by=by)


def keep_booklet(collection: Collection, *, by: Actor, **files: Any) -> Booklet:
    """Keep what was made, in the place of the one before. Within the job's last transaction."""
    booklet, _made = Booklet.objects.in_place(collection.place).update_or_create(
        collection=collection,
        defaults={"made_at": timezone.now(), **files},
        create_defaults={"place": collection.place, "made_at": timezone.now(), **files},
    )
    record_event("make_booklet", booklet, by=by, place_id=collection.place_id)
    return booklet

"""Every write to the index of practice."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.places.models import Place
from alongside.foundation.places.slugs import first_free
from alongside.foundation.practices import rules
from alongside.foundation.practices.models import Practice
from alongside.foundation.practices.queries.searchable import KIND, entry_of
from alongside.foundation.search.actions import keep_in_search, take_out_of_search

# The page that brings files in.
RESERVED_SLUGS = frozenset({"import"})
NOT_ALLOWED = _("Only the national team publishes cases.")
KEPT_FIELDS = (
    "title", "nation_name", "council_area", "service_area", "co", "approach", "what_happens",
    "who_takes_part", "scale", "note", "rests_on", "source", "address",
)  # fmt: skip


@transaction.atomic
def keep_practices(
    place: Place,
    *,
    new: Sequence[Mapping[str, Any]],
    changed: Mapping[int, Mapping[str, Any]],
    by: Actor,
) -> None:
    """Add practices to a place's index and change those that are there, by their number.

    What an entry rests on, where it isn't said, follows from its kind: a programme is shown as a
    programme, everything else as an example, never as evidence of change.
    """
    if not rules.can_import_practices(by, place):
        raise Refusal("not_allowed", _("Your role here doesn't allow adding practice."))
    own = Practice.objects.in_place(place)
    slugs = {*RESERVED_SLUGS, *own.values_list("slug", flat=True)}
    made = Practice.objects.bulk_create(_made(place, values, slugs) for values in new)
    known = own.select_related("place").in_bulk(list(changed))
    for pk, values in changed.items():
        for key, value in values.items():
            setattr(known[pk], key, value)
    own.bulk_update(known.values(), KEPT_FIELDS, batch_size=200)
    keep_in_search(entry_of(practice) for practice in [*made, *known.values()])
    record_event("keep_practices", place, by=by, place_id=place.pk)


def _made(place: Place, values: Mapping[str, Any], slugs: set[str]) -> Practice:
    practice = Practice(place=place, **values)
    if "rests_on" not in values and practice.co == Practice.Co.PROGRAMME:
        practice.rests_on = Practice.Basis.PROGRAMME
    practice.slug = _free_slug(f"{practice.title} {practice.council_area}", slugs)
    slugs.add(practice.slug)
    return practice


def _free_slug(words: str, taken: set[str]) -> str:
    base = slugify(words)[:70].strip("-") or "practice"
    return first_free(base, taken)


@transaction.atomic
def publish_practice(
    nation: Place, *, by: Actor, practice: Practice | None = None, **told: Any
) -> Practice:
    """Let everybody read a case that was told in full; what stood in its place is replaced.

    Its address stays the same for good, also when it was withdrawn in between.
    """
    refuse_unless(rules.can_publish_practices(by, nation), NOT_ALLOWED)
    own = Practice.objects.in_place(nation)
    same = own.filter(title=told["title"], council_area=told["council_area"])
    if same.exclude(pk=practice.pk if practice else 0).exists():
        raise Refusal(
            "title_taken",
            _("The library already has a case of this title from the same area."),
            status=409,
            next_step=_("Send it back and ask for another title."),
        )
    if practice is None:
        taken = {*RESERVED_SLUGS, *own.values_list("slug", flat=True)}
        slug = _free_slug(told["title"], taken)
        practice = Practice(place=nation, slug=slug)
    for name, value in told.items():
        setattr(practice, name, value)
    practice.withdrawn_on = None
    practice.save()
    keep_in_search([entry_of(practice)])
    record_event("publish_practice", practice, by=by, place_id=nation.pk)
    return practice


@transaction.atomic
def withdraw_practice(practice: Practice, *, by: Actor) -> None:
    """Take a case out of the library. Who asked is known to the caller, who may withdraw it."""
    practice.withdrawn_on = timezone.localdate()
    practice.save(update_fields=["withdrawn_on"])
    take_out_of_search(KIND, [str(practice.pk)])
    record_event("withdraw_practice", practice, by=by, place_id=practice.place_id)

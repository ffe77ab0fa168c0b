"""Have a pack made, and keep it as it was made."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from alongside.foundation.files.papers import Paper
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import refuse_unless
from alongside.foundation.jobs.actions import enqueue_job
from alongside.foundation.jobs.models import Job
from alongside.foundation.places.models import Place
from alongside.star.board.models import Pack
from alongside.star.board.rules import can_make_pack


@transaction.atomic
def ask_for_pack(place: Place, *, by: Actor) -> Job:
    """Ask for a pack; asked twice while one is being made, it is made once."""
    refuse_unless(can_make_pack(by, place), _("Your role here doesn't have packs made."))
    return enqueue_job("board.make_pack", place=place, key="board.make_pack", arguments={}, by=by)


def keep_pack(place: Place, paper: Paper, pdf: bytes, *, by: Actor) -> Pack:
    """Keep a pack as it was made. Called within the transaction that ends its job."""
    pack = Pack.objects.create(place=place, title=paper["title"], paper=dict(paper), pdf=pdf)
    record_event("make_pack", pack, by=by, place_id=place.pk)
    return pack

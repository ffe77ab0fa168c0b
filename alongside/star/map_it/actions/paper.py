"""Writes from paper: a batch of forms, keyed in together, each form counted once."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor, Channel
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.places.models import Service
from alongside.foundation.responses.actions import enter_response
from alongside.foundation.responses.models import Response
from alongside.foundation.responses.window import Window
from alongside.star.map_it.actions.room import keep_codes
from alongside.star.map_it.actions.saving import lock_round, refuse_foreign
from alongside.star.map_it.models import FreeWord, Round
from alongside.star.map_it.rules.answering import can_enter_answers


@dataclass(frozen=True)
class PaperForm:
    """One form: its number in the batch, who filled it in, and what it says of each service."""

    number: int
    group: str
    resident_kind: str
    answers: Mapping[Service, Mapping[str, str]]
    word: str = ""

    @property
    def payload(self) -> dict[str, object]:
        return {
            "group": self.group,
            "kind": self.resident_kind,
            "answers": {s.slug: dict(codes) for s, codes in self.answers.items()},
            "word": self.word,
        }


@dataclass
class BatchReceipt:
    """What became of a batch: how many forms are new, and how many had been keyed before."""

    new_count: int = 0
    repeated_count: int = 0
    problems: dict[int, str] = field(default_factory=dict)  # by number of the form


def enter_batch(
    round_: Round,
    *,
    batch: str,
    forms: Sequence[PaperForm],
    by: Actor,
    answered_at: datetime | None = None,
) -> BatchReceipt:
    """Key in a batch: all of it or, when one form has a problem, nothing of it.

    A form is known by the batch's name and its own number: keyed again it counts once, and keyed
    again with other answers it is a problem to look at.
    """
    if not can_enter_answers(by, round_):
        raise Refusal("not_allowed", _("Your role here doesn't enter answers for others."))
    receipt = BatchReceipt()
    with transaction.atomic():
        window = lock_round(round_)
        for form in forms:
            try:
                _enter(round_, form, receipt, batch=batch, window=window, by=by, at=answered_at)
            except Refusal as refusal:
                if refusal.code not in ("submission_conflict", "key_taken"):
                    raise
                receipt.problems[form.number] = _(
                    "This form was keyed in before, with other answers. Check its number."
                )
        if receipt.problems:
            transaction.set_rollback(True)
        elif receipt.new_count:
            through = by.through(Channel.PAPER)
            record_event("enter_batch", round_, by=through, place_id=round_.place_id)
    return receipt


def _enter(
    round_: Round,
    form: PaperForm,
    receipt: BatchReceipt,
    *,
    batch: str,
    window: Window,
    by: Actor,
    at: datetime | None,
) -> None:
    refuse_foreign(round_, form.answers)
    entered = enter_response(
        round_.activity,
        group=form.group,
        resident_kind=form.resident_kind,
        submission_key=form_key(round_, batch, form.number),
        payload=form.payload,
        instrument_version=round_.instrument_version,
        window=window,
        by=by.through(Channel.PAPER),
        batch=batch_name(batch),
        answered_at=at,
    )
    if entered.is_repeat:
        receipt.repeated_count += 1
        return
    receipt.new_count += 1
    for service, codes in form.answers.items():
        keep_codes(entered.response, service, codes)
    if form.word:
        _keep_word(entered.response, form.word)


def _keep_word(response: Response, text: str) -> None:
    FreeWord.objects.create(
        place_id=response.place_id,
        response=response,
        text=text,
        language=get_language() or "en-gb",
    )


def batch_name(batch: str) -> str:
    """Return the name as it is kept: capitals and blanks don't make another batch."""
    return " ".join(batch.split()).upper()


def form_key(round_: Round, batch: str, number: int) -> uuid.UUID:
    """Return the key by which a form is known, whoever keys it in, and however often."""
    return uuid.uuid5(round_.activity.public_id, f"{batch_name(batch)} / {number}")

"""What a rater sends: a page for one item, or what a phone gathered."""

import json
import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext_lazy as _

from alongside.foundation.members.models import Group
from alongside.star.focus_it.actions.ratings import A_BATCH, SCORES, Entry
from alongside.star.focus_it.models import Criterion
from alongside.ui.forms import HintedRadios

CANT_SAY = "cant"
LONGEST = 200_000  # bytes of a batch


class BeginForm(forms.Form):
    """Who somebody is here."""

    group = forms.ChoiceField(
        label=_("Who are you here?"),
        error_messages={"required": _("Choose the one that fits best.")},
    )

    def __init__(
        self, *args: Any, names: Mapping[str, str], hints: Mapping[str, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["group"].widget = HintedRadios(hints=dict(hints))
        order = [Group.RESIDENT, Group.STAFF, Group.MANAGER, Group.ELECTED]
        self.fields["group"].choices = [  # type: ignore[attr-defined]
            (key.value, names[key]) for key in order if key in names
        ]


class RatingForm(forms.Form):
    """One item, rated by every criterion; each must be answered, if only with "I can't say"."""

    submission_key = forms.UUIDField(widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput)
    turn = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, criteria: Sequence[Criterion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = criteria
        for criterion in criteria:
            steps = [
                (str(score), f"{score}  {words}")
                for score, words in zip(SCORES, criterion.anchors, strict=True)
            ]
            self.fields[criterion.key] = forms.ChoiceField(
                label=criterion.question,
                choices=[*steps, (CANT_SAY, _("I can't say"))],
                widget=HintedRadios(hints={}),
                error_messages={
                    "required": _("%(name)s: choose one, or say that you can't.")
                    % {"name": criterion.name}
                },
            )

    def entry(self, item: int) -> Entry:
        """Return what was sent, as an entry."""
        said = self.cleaned_data
        scores = {c.key: int(said[c.key]) for c in self.criteria if said[c.key] != CANT_SAY}
        return Entry(
            item=item,
            version=said["version"],
            turn=said["turn"],
            scores=scores,
            submission_key=said["submission_key"],
            answered_at=timezone.now(),
        )


def initial_of(
    scores: Mapping[str, int], criteria: Sequence[Criterion], *, is_rated: bool
) -> dict[str, str]:
    """Return what the form shows of what was said before."""
    if not is_rated:
        return {}
    return {c.key: str(scores.get(c.key, CANT_SAY)) for c in criteria}


def read_batch(body: bytes) -> tuple[str, list[Entry]]:
    """Return the page's token and the entries that a phone sends; refuse what isn't like that."""
    if len(body) > LONGEST:
        raise ValidationError(_("Send fewer ratings at a time."))
    try:
        sent = json.loads(body)
        token, rows = str(sent["page"]), sent["ratings"]
        entries = [_entry(row) for row in rows[: A_BATCH + 1]]
    except (
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
        OverflowError,
        RecursionError,
    ) as wrong:
        raise ValidationError(_("This isn't a list of ratings.")) from wrong
    return token, entries


def _entry(row: Mapping[str, Any]) -> Entry:
    return Entry(
        item=int(row["item"]),
        version=int(row["version"]),
        turn=int(row["turn"]),
        scores={str(key): score for key, score in dict(row["scores"]).items()},
        submission_key=uuid.UUID(str(row["key"])),
        answered_at=_moment(row.get("at")),
    )


def _moment(text: object) -> datetime:
    """Return the device's claim, or now where it makes none that can be read."""
    said = parse_datetime(str(text)) if text else None
    return said if said is not None and said.tzinfo is not None else timezone.now()

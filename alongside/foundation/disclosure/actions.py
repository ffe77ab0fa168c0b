"""Freeze releases. The only way in which figures about people's answers become visible."""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from alongside.foundation.consent.models import Activity
from alongside.foundation.disclosure.models import Release
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor


def fingerprint(bundle: Any) -> str:
    """Return the SHA-256 of figures, in hexadecimal: always the same for the same figures."""
    text = json.dumps(bundle, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


@transaction.atomic
def freeze_release(
    activity: Activity,
    *,
    kind: str,
    bundle: Mapping[str, Any],
    inputs_hash: str,
    engine_versions: Mapping[str, str],
    answers_as_of: datetime,
    is_provisional: bool = False,
    seed: int = 0,
    by: Actor,
) -> Release:
    """Keep a set of protected figures for good, numbered after the last one of its kind."""
    releases = Release.objects.in_place(activity.place)
    last = releases.filter(activity=activity, kind=kind).aggregate(last=Max("number"))["last"]
    release = Release.objects.create(
        place_id=activity.place_id,
        activity=activity,
        kind=kind,
        number=(last or 0) + 1,
        answers_as_of=answers_as_of,
        is_provisional=is_provisional,
        bundle=bundle,
        digest=fingerprint(bundle),
        inputs_hash=inputs_hash,
        engine_versions=dict(engine_versions),
        seed=seed,
    )
    record_event("freeze_release", release, by=by, place_id=activity.place_id)
    return release


def release_is_intact(release: Release) -> bool:
    """Whether the stored figures are still those that were frozen."""
    return fingerprint(release.bundle) == release.digest

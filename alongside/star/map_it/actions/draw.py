"""Draw the Star of a round: make its figures and freeze them in a release.

The slow part runs outside any transaction; only the new release is written inside one. What was
found as practice becomes initiatives in the same transaction (house: the spine).
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.engines.disclosure import Protected
from alongside.foundation.disclosure.actions import fingerprint, freeze_release
from alongside.foundation.disclosure.models import Release
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal
from alongside.star.framework.picture import CO_KEYS
from alongside.star.map_it.actions.found import found_practice
from alongside.star.map_it.actions.standing import stand_if_due
from alongside.star.map_it.models import Round
from alongside.star.map_it.queries.figures import ENGINES, star_figures
from alongside.star.map_it.queries.following import NONE_EARLIER, Earlier, TooFewChanged
from alongside.star.map_it.queries.releases import STAR, ghost_of, latest_release, round_before
from alongside.star.map_it.queries.rows import RoundRows, load_rows
from alongside.star.map_it.rules import rounds as rules

Report = Callable[[int, str], None]


def draw_star(round_: Round, *, by: Actor, report: Report = lambda _share, _what: None) -> Release:
    """Make the figures of a round from its counted answers and freeze them.

    The same answers give the same release: drawn again without news, the old one is returned. So
    it is when only a few people's answers are new, since two releases side by side would show them.
    """
    if not rules.can_draw_star(by, round_):
        raise Refusal("not_closed", _("The Star is drawn when the map has closed."), status=409)
    report(5, str(_("Reading the answers")))
    data = load_rows(round_)
    inputs_hash = hash_of(data)
    newest = latest_release(round_)
    if newest is not None and newest.inputs_hash == inputs_hash:
        return newest
    report(20, str(_("Protecting small groups and drawing the Star")))
    try:
        bundle = _bundle(round_, data, earlier=_earlier(round_))
    except TooFewChanged:
        return _earlier_stands(newest)
    report(85, str(_("Keeping the result")))
    release = _kept(round_, data, bundle, after=newest, inputs_hash=inputs_hash, by=by)
    # Drawn by another worker meanwhile: what is new has to be held against that one as well.
    return release or draw_star(round_, by=by, report=report)


def _kept(
    round_: Round,
    data: RoundRows,
    bundle: dict[str, Any],
    *,
    after: Release | None,
    inputs_hash: str,
    by: Actor,
) -> Release | None:
    """Freeze the figures, unless a release that they were not held against came in between."""
    with transaction.atomic():
        rounds = Round.objects.in_place(round_.place).select_for_update(of=("self",))
        rounds.get(pk=round_.pk)
        if latest_release(round_) != after:
            return None
        release = freeze_release(
            round_.activity,
            kind=STAR,
            bundle=bundle,
            inputs_hash=inputs_hash,
            engine_versions=ENGINES,
            answers_as_of=data.as_of or timezone.now(),
            is_provisional=round_.is_provisional,
            by=by,
        )
        found_practice(round_, bundle["practice"]["found"], by=by)
        stand_if_due(round_, release, by=by)
    return release


def _bundle(round_: Round, data: RoundRows, *, earlier: Earlier) -> dict[str, Any]:
    before = round_before(round_)
    figures = star_figures(
        data,
        earlier=earlier,
        before=load_rows(before) if before else None,
        same_version=before is not None and before.instrument_version == round_.instrument_version,
    )
    return {**figures, "ghost": ghost_of(before, round_) if before else None}


def _earlier_stands(newest: Release | None) -> Release:
    if newest is None:
        message = "a first release can't be held back by an earlier one"
        raise RuntimeError(message)
    return newest


def _earlier(round_: Round) -> Earlier:
    releases = Release.objects.in_place(round_.place).filter(activity=round_.activity_id, kind=STAR)
    made = list(releases.order_by("number"))
    cubes = {co: [Protected.from_json(one.bundle["cubes"][co]) for one in made] for co in CO_KEYS}
    return Earlier(cubes, made[-1].answers_as_of if made else None)


def remake(round_: Round, data: RoundRows) -> str:
    """Make the figures of a first release again and return their fingerprint."""
    return fingerprint(_bundle(round_, data, earlier=NONE_EARLIER))


def why_it_stands(round_: Round, release: Release) -> str:
    """Return why drawing gave no new release: nothing is new, or too little to be shown."""
    return "same" if release.inputs_hash == hash_of(load_rows(round_)) else "few"


def hash_of(data: RoundRows) -> str:
    """Return the fingerprint of the answers that figures are made from."""
    content = asdict(data)
    content["everyone_asked"] = sorted(data.everyone_asked)
    content |= {"as_of": None, "received": None}
    if not data.by_name:  # as it was before anybody could stand with their name
        del content["by_name"]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()

"""What tables agreed on, and an earlier survey: both stand beside the answers, never in them."""

from collections.abc import Mapping
from datetime import timedelta
from random import Random
from typing import Any
from uuid import UUID

from django.utils import timezone

from alongside.foundation.places.models import Place, Service
from alongside.site.demo.opinions import SEED
from alongside.star.map_it.models import AgreedPosition, Baseline, Round


def note_positions(round_: Round, told: Mapping[str, Any]) -> None:
    """Note what one table agreed on in a map."""
    services = {service.starter_key: service for service in Service.objects.in_place(round_.place)}
    key = Random(f"{SEED}:table:{round_.pk}:{told['table']}")  # noqa: S311 - a story
    AgreedPosition.objects.bulk_create(
        AgreedPosition(
            place_id=round_.place_id,
            round=round_,
            table=told["table"],
            group=told.get("group", ""),
            service=services[one["service"]] if "service" in one else None,
            co=one["co"],
            code=one["code"],
            heads=told["heads"],
            dissent=one.get("dissent", ""),
            submission_key=UUID(int=key.getrandbits(128), version=4),
            agreed_at=round_.closes_at - timedelta(days=6),
        )
        for one in told["says"]
    )


def import_baseline(place: Place, told: Mapping[str, Any]) -> None:
    """Keep an earlier survey's result, labelled as that."""
    Baseline.objects.bulk_create(
        Baseline(
            place=place,
            label=told["label"],
            on=timezone.localdate() - timedelta(days=told["days_ago"]),
            co=co,
            level=level,
            people_count=told["people"],
            source=told["source"],
        )
        for co, level in told["levels"].items()
    )

"""The pages of the hour's path in their order, and what they add up to."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.foundation.consent.helping import HELP_LABELS
from alongside.foundation.consent.models import Activity, Offered
from alongside.foundation.places.reference import starter_services
from alongside.star.map_it.actions.start import Beginning
from alongside.star.map_it.forms.start import (
    OWN_SERVICES,
    LeadForm,
    PartnershipForm,
    ServicesForm,
)
from alongside.star.map_it.forms.start_promise import PromiseForm
from alongside.star.map_it.queries.start import areas_to_choose

Draft = Mapping[str, Mapping[str, Any]]  # clean values by step


@dataclass(frozen=True, slots=True)
class Step:
    """One page of the path."""

    key: str
    form: type[forms.Form]
    title: Any
    lead: Any


STEPS = (
    Step(
        "partnership",
        PartnershipForm,
        gettext_lazy("Your partnership"),
        gettext_lazy("Everyone who works on the same services for the same people."),
    ),
    Step(
        "people",
        LeadForm,
        gettext_lazy("You, and whom people can ring"),
        gettext_lazy("There is a person at the other end of every page and poster."),
    ),
    Step(
        "services",
        ServicesForm,
        gettext_lazy("Which services?"),
        gettext_lazy("Everyone in the room answers the same four questions about each."),
    ),
    Step(
        "promise",
        PromiseForm,
        gettext_lazy("What people are told first"),
        gettext_lazy("People read this before they answer. Change what isn't true for you."),
    ),
)


def step_named(key: str) -> Step | None:
    """Return the page of that name."""
    return next((step for step in STEPS if step.key == key), None)


def beginning_of(draft: Draft) -> Beginning:
    """Put the pages together into what is started."""
    place, people, services, promise = (draft[step.key] for step in STEPS)
    return Beginning(
        name=place["name"],
        slug=place["slug"],
        nation_name=place.get("nation_name", ""),
        council_areas=tuple(place.get("council_areas", ())),
        lead_name=people["lead_name"],
        lead_group=people["lead_group"],
        contact_name=people["contact_name"],
        contact_phone=people["contact_phone"],
        contact_hours=people["contact_hours"],
        starter_keys=tuple(services.get("services", ())),
        own_services=tuple(services[name] for name in OWN_SERVICES if services.get(name)),
        what_can_change=promise["what_can_change"],
        who_decides=promise["who_decides"],
        help_offered={name: promise[name] for name in Activity.HELP_FIELDS},
        help_note=promise["help_note"],
    )


def check_rows(draft: Draft) -> list[dict[str, Any]]:
    """Return everything that was said, each with the way to the page where it can be changed."""
    told = beginning_of(draft)
    areas = [name for code, name in areas_to_choose() if code in told.council_areas]
    starters = {one.key: one.name for one in starter_services()}
    services = [starters[key] for key in told.starter_keys] + list(told.own_services)
    levels = dict(Offered.choices)
    offered = [f"{HELP_LABELS[name]}: {levels[value]}" for name, value in told.help_offered.items()]
    rows = [
        ("partnership", _("Partnership"), told.name),
        ("partnership", _("Address on this site"), f"/{told.slug}/"),
        ("partnership", _("Nation or region"), told.nation_name),
        ("partnership", _("Council areas"), ", ".join(areas)),
        ("people", _("Programme lead"), told.lead_name),
        ("people", _("People can ring"), _contact(told)),
        ("services", _("Services"), ", ".join(services)),
        ("promise", _("What can change"), told.what_can_change),
        ("promise", _("Who decides"), told.who_decides),
        ("promise", _("Help with taking part"), "; ".join(offered)),
        ("promise", _("How to ask for help"), told.help_note),
    ]
    return [_row(step, key, value) for step, key, value in rows if value]


def _contact(told: Beginning) -> str:
    return f"{told.contact_name}, {told.contact_phone}, {told.contact_hours}"


def _row(step: str, key: str, value: str) -> dict[str, Any]:
    url = f"{reverse('start:step', args=[step])}?check"
    return {
        "key": key,
        "value": value,
        "actions": [{"text": _("Change"), "url": url, "hidden": key}],
    }

"""The measured partnership in the database, with its lead signed in."""

from typing import Any

from django.db import transaction
from django.test import Client
from django.urls import reverse

from alongside.foundation.accounts.actions import open_account
from alongside.foundation.accounts.models import User
from alongside.foundation.history.actor import system_actor
from alongside.foundation.members.actors import actor_of_user
from alongside.foundation.members.models import Membership, Person
from alongside.foundation.places.actions import open_nation
from alongside.foundation.places.models import Place
from alongside.site.demo.people import Gathered, gather_members
from alongside.site.demo.places import open_told_partnership
from alongside.site.demo.practices import load_national_practices
from alongside.site.demo.rounds import hold_rounds
from bench.story import measured_story

LEAD = "lead@example.org"


@transaction.atomic
def fill_installation() -> Place:
    """Make the partnership with both of its maps, and draw their Stars."""
    told = measured_story()
    nation = open_nation(name="Nation", slug="nation", is_example=True, by=system_actor())
    load_national_practices(nation)
    place = open_told_partnership(nation, told)
    lead = open_account(LEAD)
    person = Person.objects.create(place=place, user=lead, name="Lead")
    Membership.objects.create(place=place, person=person, role="lead", group="manager")
    gathered = Gathered(actor_of_user(lead), gather_members(place, told, {}))
    hold_rounds(place, told, gathered)
    return place


def addresses(place: Place) -> dict[str, Any]:
    """Return the measured pages, and the cookie with which the lead sees them."""
    client = Client()
    client.force_login(User.objects.get(email=LEAD))
    round_ = [place.slug, "second-measured-map"]
    return {
        "cookie": client.cookies["sessionid"].value,
        "pages": {
            "board": reverse("board:board", args=[place.slug]),
            "results": reverse("map_it:results", args=round_),
            "public front": reverse("site:front", args=[place.slug]),
            "activities": reverse("initiatives:list", args=[place.slug]),
            "members": reverse("members:list", args=[place.slug]),
        },
    }

"""The invented people: those who can sign in, and the members whom maps recognise again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password

from alongside.foundation.accounts.models import User
from alongside.foundation.history.actor import Actor
from alongside.foundation.members.actions import choose_ward
from alongside.foundation.members.actors import actor_of_user
from alongside.foundation.members.models import Contact, Membership, Person
from alongside.foundation.places.models import Place, Ward
from alongside.site.demo.crowd import Respondent, crowd
from alongside.site.demo.opinions import SEED
from alongside.site.demo.summary import PASSWORD, members_with_account, story


@dataclass(frozen=True, slots=True)
class Gathered:
    """The people of one partnership: its lead, and the members by their key in the story."""

    lead: Actor
    members: Mapping[str, Person]


def gather_people(nation: Place, partnerships: Mapping[str, Place]) -> dict[str, Gathered]:
    """Make everybody: accounts first, then the members of each partnership."""
    places = {nation.slug: nation, **partnerships}
    users = _open_accounts(story("people")["sign_ins"])
    signed = {slug: _persons_with_account(place, users) for slug, place in places.items()}
    return {
        name: Gathered(
            lead=_lead(place, users),
            members=signed[name] | gather_members(place, story(name), signed[name]),
        )
        for name, place in partnerships.items()
    }


def _open_accounts(sign_ins: Iterable[Mapping[str, Any]]) -> dict[str, User]:
    # One slow hash for all: they share their password, and everybody knows it.
    hashed = make_password(PASSWORD)
    users = User.objects.bulk_create(User(email=one["email"], password=hashed) for one in sign_ins)
    EmailAddress.objects.bulk_create(
        EmailAddress(user=user, email=user.email, verified=True, primary=True) for user in users
    )
    return {user.email: user for user in users}


def _persons_with_account(place: Place, users: Mapping[str, User]) -> dict[str, Person]:
    here = [one for one in story("people")["sign_ins"] if one["place"] == place.slug]
    persons = Person.objects.bulk_create(
        Person(place=place, user=users[one["email"]], name=one["name"]) for one in here
    )
    pairs = list(zip(here, persons, strict=True))
    Contact.objects.bulk_create(
        Contact(place=place, person=person, email=one["email"]) for one, person in pairs
    )
    Membership.objects.bulk_create(
        Membership(
            place=place,
            person=person,
            role=one["role"],
            group=one["group"],
            resident_kind="uses" if one["group"] == "resident" else "",
        )
        for one, person in pairs
    )
    return {_key(place, one): person for one, person in pairs if "number" in one}


def _key(place: Place, one: Mapping[str, Any]) -> str:
    return f"{place.slug}-{one['group']}-{one['number']}"


def _lead(place: Place, users: Mapping[str, User]) -> Actor:
    sign_ins = story("people")["sign_ins"]
    email = next(o["email"] for o in sign_ins if o["place"] == place.slug and o["role"] == "lead")
    return actor_of_user(users[email])


def gather_members(
    place: Place, told: Mapping[str, Any], known: Mapping[str, Person]
) -> dict[str, Person]:
    """Make a member of each respondent of any map who is no guest and isn't `known` yet."""
    missing = [one for one in _respondents(told) if one.is_known and one.key not in known]
    persons = Person.objects.bulk_create(
        Person(place=place, name=_name(one.key)) for one in missing
    )
    Membership.objects.bulk_create(
        Membership(
            place=place,
            person=person,
            role="contributor",
            group=one.group,
            resident_kind=one.kind,
        )
        for one, person in zip(missing, persons, strict=True)
    )
    return {one.key: person for one, person in zip(missing, persons, strict=True)}


def elect_councillors(place: Place, told: Mapping[str, Any], gathered: Gathered) -> None:
    """Give each councillor the ward that the story tells of."""
    wards = {ward.name: ward for ward in Ward.objects.in_place(place)}
    for number, name in enumerate(told.get("councillors", ()), start=1):
        person = gathered.members[f"{place.slug}-elected-{number}"]
        hat = Membership.objects.in_place(place).get(person=person, group="elected")
        choose_ward(hat, ward=wards[name], by=gathered.lead)


def _respondents(told: Mapping[str, Any]) -> list[Respondent]:
    slug, services = told["slug"], [service["key"] for service in told.get("services", ())]
    certain = members_with_account(slug)
    found = {
        one.key: one
        for round_ in told.get("rounds", ())
        for one in crowd(slug, round_["people"], services, members=certain)
    }
    return list(found.values())


def _name(key: str) -> str:
    chance = Random(f"{SEED}:name:{key}")  # noqa: S311 - a story, not a secret
    told = story("people")
    return f"{chance.choice(told['first_names'])} {chance.choice(told['last_names'])}"

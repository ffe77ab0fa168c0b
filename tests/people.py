"""The named people of every test, in an invented nation.

Ann is a resident, Bo works at the front line, Cara manages and leads the programme, Dev is a
councillor, Rona is the resident co-lead, Eve leads another partnership, Fay leads the national
team.
"""

from dataclasses import dataclass

from alongside.foundation.accounts.models import User
from alongside.foundation.history.actor import Actor, system_actor
from alongside.foundation.members.actors import actor_of_user
from alongside.foundation.members.models import Contact, Membership, Person
from alongside.foundation.places.actions import add_service, open_nation, open_partnership
from alongside.foundation.places.models import Place, Service

PASSWORD = "correct horse battery"


@dataclass(frozen=True)
class Somebody:
    """A person with an account, in one place."""

    user: User
    person: Person
    place: Place

    @property
    def actor(self) -> Actor:
        """Made anew at each look, as each request does."""
        return actor_of_user(self.user)


@dataclass(frozen=True)
class World:
    """Two partnerships of one nation, and the people in them."""

    nation: Place
    strathmuir: Place
    glenbeg: Place
    home_care: Service
    parks: Service
    elsewhere: Service
    ann: Somebody
    bo: Somebody
    cara: Somebody
    dev: Somebody
    rona: Somebody
    eve: Somebody
    fay: Somebody


def make_somebody(place: Place, name: str, *, role: str, group: str = "") -> Somebody:
    """Make a person with an account and one membership."""
    user = User.objects.create_user(f"{name.lower()}@example.org", PASSWORD)
    person = Person.objects.create(place=place, user=user, name=name)
    Contact.objects.create(place=place, person=person, email=user.email)
    kind = "uses" if group == "resident" else ""
    Membership.objects.create(
        place=place, person=person, role=role, group=group, resident_kind=kind
    )
    return Somebody(user, person, place)


def make_world() -> World:
    """Make the invented nation."""
    by = system_actor()
    nation = open_nation(name="Caldonia", slug="caldonia", by=by)
    strathmuir = open_partnership(nation=nation, name="Strathmuir", slug="strathmuir", by=by)
    glenbeg = open_partnership(nation=nation, name="Glenbeg", slug="glenbeg", by=by)
    return World(
        nation=nation,
        strathmuir=strathmuir,
        glenbeg=glenbeg,
        home_care=add_service(strathmuir, name="Home care", starter_key="home-care", by=by),
        parks=add_service(strathmuir, name="Parks and play", starter_key="parks-and-play", by=by),
        elsewhere=add_service(glenbeg, name="Canary service of Glenbeg", by=by),
        ann=make_somebody(strathmuir, "Ann", role="contributor", group="resident"),
        bo=make_somebody(strathmuir, "Bo", role="contributor", group="staff"),
        cara=make_somebody(strathmuir, "Cara", role="lead", group="manager"),
        dev=make_somebody(strathmuir, "Dev", role="contributor", group="elected"),
        rona=make_somebody(strathmuir, "Rona", role="resident_lead", group="resident"),
        eve=make_somebody(glenbeg, "Eve", role="lead", group="manager"),
        fay=make_somebody(nation, "Fay", role="national_lead"),
    )

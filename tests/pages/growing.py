"""Make every list of a partnership longer, so that a page which asks once for each row shows it."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from alongside.foundation.consent.models import Activity, Participant
from alongside.foundation.discussions.models import Author, Comment
from alongside.foundation.enquiries.models import Enquiry
from alongside.foundation.gatherings.models import (
    AgendaItem,
    Booking,
    BookingContact,
    Gathering,
    Needs,
    Notification,
)
from alongside.foundation.initiatives.models import (
    Decision,
    Initiative,
    InitiativeWard,
    Stage,
)
from alongside.foundation.jobs.models import Job
from alongside.foundation.members.models import Contact, Invitation, Membership, Person
from alongside.foundation.places.models import Organisation, Place, Service, Ward
from alongside.foundation.practices.models import Practice
from alongside.star.map_it.models import AgreedPosition, Baseline, Round, RoundService
from tests.coaching import grow_coaching
from tests.network import grow_network
from tests.scene import Furnished


def grow(here: Furnished, count: int) -> None:
    """Add so many of everything that is listed somewhere."""
    place = here.place
    services = _services(place, count)
    wards = _wards(place, count)
    _in_rounds(here, services)
    _initiatives(place, services, wards)
    _practices(place, count)
    _people(place, wards, count)
    _comments(here, count)
    _enquiries(place, count)
    grow_coaching(place, here.names, count)
    grow_network(here.names["asked"], count)
    _maps(here, count)
    _gatherings(here, count)
    Job.objects.bulk_create(
        Job(place=place, name="map_it.draw_star", key=f"grown {n}", state=Job.State.DONE)
        for n in range(count)
    )
    Baseline.objects.bulk_create(
        Baseline(
            place=place,
            label=f"Grown survey {n}",
            on=timezone.localdate(),
            co="design",
            level=2,
            source="grown",
        )
        for n in range(count)
    )


def _services(place: Place, count: int) -> list[Service]:
    bodies = Organisation.objects.bulk_create(
        Organisation(place=place, name=f"Grown body {n}", sector="council") for n in range(count)
    )
    return Service.objects.bulk_create(
        Service(
            place=place,
            name=f"Grown {n}",
            slug=f"grown-{n}",
            starter_key="home-care",
            organisation=body,
        )
        for n, body in enumerate(bodies)
    )


def _wards(place: Place, count: int) -> list[Ward]:
    return Ward.objects.bulk_create(
        Ward(place=place, name=f"Grown ward {n}", slug=f"grown-{n}", code=f"G{n}")
        for n in range(count)
    )


def _in_rounds(here: Furnished, services: list[Service]) -> None:
    """Ask about them, and let tables agree on them."""
    RoundService.objects.bulk_create(
        RoundService(place=here.place, round=round_, service=service)
        for round_ in (here.drawn, here.open, here.draft)
        for service in services
    )
    AgreedPosition.objects.bulk_create(
        AgreedPosition(
            place=here.place,
            round=round_,
            table=f"Table {service.slug}",
            service=service,
            co="design",
            code="2",
            heads={"resident": 4},
            submission_key=uuid4(),
        )
        for round_ in (here.drawn, here.open)
        for service in services
    )


def _initiatives(place: Place, services: list[Service], wards: list[Ward]) -> None:
    stages = (Stage.EXISTING, Stage.CANDIDATE, Stage.TRYING, Stage.STOPPED)
    made = Initiative.objects.bulk_create(
        Initiative(
            place=place,
            slug=f"{stage}-{service.slug}",
            title=f"{stage} in {service}",
            co="design",
            service=service,
            is_public=True,
        )
        for stage in stages
        for service in services
    )
    InitiativeWard.objects.bulk_create(
        InitiativeWard(place=place, initiative=initiative, ward=ward)
        for initiative in made
        for ward in wards[:2]
    )
    soon = timezone.localdate() + timedelta(days=9)
    Decision.objects.bulk_create(
        Decision(
            place=place,
            initiative=initiative,
            verdict=initiative.slug.partition("-")[0],
            stops_on=soon if initiative.slug.startswith("trying") else None,
        )
        for initiative in made
    )


def _practices(place: Place, count: int) -> None:
    Practice.objects.bulk_create(
        Practice(
            place=place,
            slug=f"grown-{n}",
            title=f"Grown practice {n}",
            service_area="Home care",
            co="design",
            what_happens="They meet.",
        )
        for n in range(count)
    )


def _people(place: Place, wards: list[Ward], count: int) -> None:
    people = Person.objects.bulk_create(
        Person(place=place, name=f"Grown person {n}") for n in range(count)
    )
    Contact.objects.bulk_create(
        Contact(place=place, person=person, email=f"grown{n}@example.org")
        for n, person in enumerate(people)
    )
    Membership.objects.bulk_create(
        Membership(place=place, person=person, role="contributor", group="elected", ward=ward)
        for person, ward in zip(people, wards, strict=True)
    )
    Invitation.objects.bulk_create(
        Invitation(
            place=place,
            kind="individual",
            person=person,
            role="viewer",
            code_hash=f"grown {person.pk}",
            expires_at=timezone.now() + timedelta(days=9),
            sent_at=timezone.now(),
        )
        for person in people
    )


def _comments(here: Furnished, count: int) -> None:
    """Shown, held, suspect: by guests, and by whoever looks at their own."""
    place = here.place
    told = Comment.objects.in_place(place).get(public_id=here.names["of_ann"])
    guests = Author.objects.bulk_create(Author(name=f"Grown guest {n}") for n in range(count))
    Comment.objects.bulk_create(
        Comment(
            place=place,
            thread=told.thread,
            author=author,
            submission_key=uuid4(),
            text=f"Grown words {n}",
            language="en-gb",
            state=state,
            held_for=held_for,
        )
        for state, held_for in (("shown", ""), ("held", "guest"), ("held", "links"))
        for n, guest in enumerate(guests)
        for author in (guest, told.author)
    )


def _enquiries(place: Place, count: int) -> None:
    lead = Person.objects.in_place(place).earliest("pk")
    today, now = timezone.localdate(), timezone.now()
    told = {"place": place, "text": "grown", "answer_by": today, "kept_until": now}
    closed = {"answered_on": today, "answered_how": "phone", "answered_by": lead}
    Enquiry.objects.bulk_create(
        Enquiry(submission_key=uuid4(), **told, **(closed if n % 2 else {})) for n in range(count)
    )


def _maps(here: Furnished, count: int) -> None:
    """Older maps, closed and never drawn."""
    activities = Activity.objects.bulk_create(
        Activity(
            place=here.place,
            kind="explorer_round",
            title=f"Grown map {n}",
            purpose="grown",
            notice=here.drawn.activity.notice,
        )
        for n in range(count)
    )
    long_ago = timezone.now() - timedelta(days=900)
    Round.objects.bulk_create(
        Round(
            place=here.place,
            activity=activity,
            slug=f"grown-{n}",
            title=f"Grown map {n}",
            instrument_version=here.drawn.instrument_version,
            state=Round.State.CLOSED,
            opens_at=long_ago + timedelta(days=n),
            closes_at=long_ago + timedelta(days=n + 20),
        )
        for n, activity in enumerate(activities)
    )


def _gatherings(here: Furnished, count: int) -> None:
    """More events to come, and more people at the one that there is."""
    place = here.place
    known = Gathering.objects.in_place(place).get(slug=here.names["coming"])
    activities = Activity.objects.bulk_create(
        Activity(
            place=place,
            kind="gathering",
            title=f"Grown event {n}",
            purpose="grown",
            notice=known.activity.notice,
        )
        for n in range(count)
    )
    Gathering.objects.bulk_create(
        Gathering(
            place=place,
            activity=activity,
            slug=f"grown-{n}",
            title=activity.title,
            kind="workshop",
            what="grown",
            starts_at=known.starts_at + timedelta(days=n),
            ends_at=known.ends_at + timedelta(days=n),
            zone_name=known.zone_name,
            venue="grown",
            capacity=9,
            state="published",
        )
        for n, activity in enumerate(activities)
    )
    AgendaItem.objects.bulk_create(
        AgendaItem(place=place, gathering=known, starts_at=known.starts_at, title=f"Grown {n}")
        for n in range(count)
    )
    _bookings(known, count)


def _bookings(gathering: Gathering, count: int) -> None:
    place = gathering.place
    participants = Participant.objects.bulk_create(
        Participant(place=place, activity=gathering.activity, group="resident")
        for _ in range(count)
    )
    bookings = Booking.objects.bulk_create(
        Booking(
            place=place,
            gathering=gathering,
            participant=participant,
            submission_key=uuid4(),
            payload_hash="grown",
            number=100 + n,
            state="walk_in" if n % 2 else "waiting",
        )
        for n, participant in enumerate(participants)
    )
    BookingContact.objects.bulk_create(
        BookingContact(place=place, booking=booking, name="Grown", phone="1")
        for booking in bookings
    )
    Needs.objects.bulk_create(
        Needs(place=place, booking=booking, access="grown") for booking in bookings
    )
    Notification.objects.bulk_create(
        Notification(place=place, booking=booking, what="changed") for booking in bookings
    )

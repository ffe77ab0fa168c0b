"""Reads of pairings: who coaches whom, who could, and the notes between the two."""

from django.db.models import QuerySet
from django.utils import timezone

from alongside.foundation.history.actor import Actor
from alongside.foundation.members.models import Membership, Person
from alongside.foundation.members.queries import people_with
from alongside.foundation.places.models import Place
from alongside.learning.coaching.models import Note, Pairing, Plan
from alongside.learning.coaching.rules import Standing


def running_pairing(plan: Plan) -> Pairing | None:
    """Return the pairing of a plan that has not ended."""
    pairings = Pairing.objects.in_place(plan.place).filter(plan=plan, ended_at=None)
    return pairings.select_related("coach__place").first()


def coach_of(plan: Plan) -> Person | None:
    """Return who coaches the holder of a plan now."""
    pairing = running_pairing(plan)
    return pairing.coach if pairing else None


def coaches_of_all(plans: list[int]) -> dict[int, Person]:
    """Return who coaches each of these plans now. One query."""
    pairings = Pairing.objects.unscoped(reason="plans that were found with scope")
    running = pairings.filter(plan__in=plans, ended_at=None).select_related("coach")
    return {one.plan_id: one.coach for one in running}


def coaches_for(plan: Plan) -> list[Person]:
    """Return who could coach: members of the place that runs the course, other than the holder.

    For a partnership's own plan they are people of its nation.
    """
    place = plan.cohort.place if plan.cohort else plan.place.nation
    return [one for one in coaches_in(place) if one.pk != plan.person_id] if place else []


def coaches_in(place: Place) -> list[Person]:
    """Return who of a place can coach: members with an account, by name."""
    today = Membership.objects.in_place(place).on(timezone.localdate())
    people = Person.objects.in_place(place).filter(
        pk__in=today.values("person"), user__isnull=False, erased_at=None
    )
    return list(people.order_by("name", "pk"))


def holders_of(plan: Plan) -> list[Person]:
    """Return whoever is told about a plan: its person, or those who lead the partnership."""
    if plan.person is not None:
        return [plan.person]
    leads = people_with(plan.place, ("lead", "resident_lead"))
    return list(leads.select_related("place").order_by("pk"))


def own_person_in(plan: Plan, pairing: Pairing, standing: Standing, by: Actor) -> Person:
    """Return the person as whom the actor writes in a pairing."""
    if standing is Standing.COACH:
        return pairing.coach
    person: Person = Person.objects.in_place(plan.place).get(pk=by.persons[plan.place_id])
    return person


def notes_for(plan: Plan, standing: Standing, coach: Person | None) -> QuerySet[Note]:
    """Return the notes that one of the two reads, the newest first.

    Whoever holds the plan reads all of them; a coach reads those of their own pairing only.
    """
    notes = Note.objects.in_place(plan.place).filter(pairing__plan=plan)
    if standing is Standing.COACH and coach is not None:
        notes = notes.filter(pairing__coach=coach, pairing__ended_at=None)
    elif standing is not Standing.HOLDER:
        notes = notes.none()
    return notes.select_related("author", "pairing__coach")

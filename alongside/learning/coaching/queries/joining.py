"""Who may join a cohort, and with which plan."""

from alongside.foundation.history.actor import Actor
from alongside.foundation.members.models import Person
from alongside.foundation.places.models import Place
from alongside.learning.coaching.models import Cohort, Plan
from alongside.learning.coaching.rules import is_for


def persons_who_may_join(cohort: Cohort, by: Actor) -> list[Person]:
    """Return the actor's persons for whom a cohort is: of partnerships first, then the nation's.

    A plan is made where its work is done, and that is a partnership wherever somebody is in one.
    """
    if not by.persons:
        return []
    persons = Person.objects.visible_to(by).filter(
        pk__in=list(by.persons.values()), place__state=Place.State.ACTIVE, erased_at=None
    )
    known = persons.select_related("place", "contact").order_by("pk")
    fitting = [one for one in known if is_for(one.place, cohort)]
    return sorted(fitting, key=lambda one: one.place.kind == Place.Kind.NATION)


def plan_in(cohort: Cohort, person: Person) -> Plan | None:
    """Return the plan that somebody has in a cohort, also if they left."""
    plans = Plan.objects.in_place(person.place).filter(cohort=cohort, person=person)
    return plans.select_related("place", "person").first()


def own_plan_in(cohort: Cohort, by: Actor) -> Plan | None:
    """Return the actor's own plan in a cohort, while they are in it."""
    plans = Plan.objects.visible_to(by).filter(person__in=list(by.persons.values()))
    return plans.filter(cohort=cohort, left_at=None).first()

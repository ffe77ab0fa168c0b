"""Write a case study: begin it from an activity, save a page of it, say whom to ask."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.initiatives.models import Initiative
from alongside.foundation.members.models import Person
from alongside.foundation.places.models import Place
from alongside.learning.case_studies import rules
from alongside.learning.case_studies.models import PAGES, CaseContact, CaseStudy
from alongside.learning.case_studies.queries.starting import free_slug, known_of
from alongside.learning.case_studies.queries.writing import page_seen

NOT_ALLOWED = _("Your role here doesn't allow writing case studies.")
NOT_OPEN = _("This case can't be changed while it is where it is.")
LONGEST_DAYS = 2 * 366


@transaction.atomic
def start_case(
    place: Place, *, key: UUID, by: Actor, initiative: Initiative | None = None, title: str = ""
) -> CaseStudy:
    """Begin a case study with all that its activity knows already. Sent twice, it begins once."""
    refuse_unless(rules.can_write_cases(by, place), NOT_ALLOWED)
    begun = CaseStudy.objects.in_place(place).filter(submission_key=key).first()
    if begun is not None:
        return begun
    told = known_of(initiative) if initiative else {"title": title, "co": Initiative.Co.DELIVER}
    author = Person.objects.in_place(place).filter(pk=by.persons.get(place.pk, 0)).first()
    case = CaseStudy.objects.create(
        place=place,
        submission_key=key,
        slug=free_slug(place, told["title"]),
        initiative=initiative,
        author=author,
        author_name=author.name if author else "",
        written_on=timezone.localdate(),
        **told,
    )
    record_event("start_case", case, by=by, place_id=place.pk)
    return case


@transaction.atomic
def save_page(case: CaseStudy, page: str, *, seen: str, by: Actor, **told: Any) -> CaseStudy:
    """Keep one page of a case. `seen` is what the page showed: an older state is refused."""
    case = locked(case)
    refuse_unless(rules.can_write_cases(by, case.place), NOT_ALLOWED)
    if case.state not in rules.OPEN_STATES:
        raise Refusal("not_open", NOT_OPEN, status=409)
    wanted = {name: told[name] for name in PAGES[page] if name in told}
    changed = {name for name, value in wanted.items() if getattr(case, name) != value}
    if not changed:
        return case
    if seen != page_seen(case, page):
        raise Refusal(
            "changed_meanwhile",
            _("Somebody changed this page while you had it open."),
            status=409,
        )
    for name in changed:
        setattr(case, name, wanted[name])
    case.updated_on = timezone.localdate()
    case.save(update_fields=[*sorted(changed), "updated_on"])
    record_event("write_case", case, by=by, place_id=case.place_id, fields=changed)
    return case


@transaction.atomic
def keep_contact(case: CaseStudy, *, by: Actor, name: str, **told: Any) -> CaseContact:
    """Say whom one can ask, until which day; the same name again replaces what was said."""
    refuse_unless(rules.can_keep_case(by, case), NOT_ALLOWED)
    last = timezone.localdate() + timedelta(days=LONGEST_DAYS)
    if not timezone.localdate() <= told["expires_on"] <= last:
        raise Refusal(
            "day_out_of_range", _("A contact is shown for two years at most."), status=409
        )
    contact, _made = CaseContact.objects.in_place(case.place).update_or_create(
        case=case, name=name, defaults=told, create_defaults={"place": case.place, **told}
    )
    record_event("keep_case_contact", case, by=by, place_id=case.place_id)
    return contact


@transaction.atomic
def remove_contact(contact: CaseContact, *, by: Actor) -> None:
    """Forget somebody who could be asked about a case."""
    refuse_unless(rules.can_keep_case(by, contact.case), NOT_ALLOWED)
    record_event("remove_case_contact", contact.case, by=by, place_id=contact.place_id)
    contact.delete()


@transaction.atomic
def check_case(case: CaseStudy, *, by: Actor) -> CaseStudy:
    """Note that somebody read a case today and found it still right."""
    refuse_unless(rules.can_keep_case(by, case), NOT_ALLOWED)
    case.checked_on = timezone.localdate()
    case.save(update_fields=["checked_on"])
    record_event("check_case", case, by=by, place_id=case.place_id)
    return case


def locked(case: CaseStudy) -> CaseStudy:
    """Return the case as it is now; whoever comes next waits."""
    own = CaseStudy.objects.in_place(case.place)
    mine = own.select_for_update(of=("self",)).select_related("place__nation")
    return mine.get(pk=case.pk)

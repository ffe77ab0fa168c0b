"""Cases are asked after once a year, contacts a month before their day; each time once."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from alongside.learning.case_studies.actions.writing import check_case
from alongside.learning.case_studies.jobs import remind
from alongside.learning.case_studies.models import CaseContact, CaseStudy
from tests.people import World
from tests.telling import publish_case


@pytest.fixture
def case(world: World) -> CaseStudy:
    return publish_case(world.strathmuir, by=world.cara.actor, team=world.fay.actor)


def checked(case: CaseStudy, *, days_ago: int) -> None:
    day = timezone.localdate() - timedelta(days=days_ago)
    CaseStudy.objects.in_place(case.place).update(checked_on=day)


def test_what_nobody_looked_at_for_a_year_is_asked_after_once(case: CaseStudy) -> None:
    checked(case, days_ago=364)
    remind()
    assert mail.outbox == []
    checked(case, days_ago=366)
    remind()
    remind()
    assert [letter.to for letter in mail.outbox] == [["cara@example.org"]]
    assert f"/strathmuir/workspace/cases/{case.slug}/" in mail.outbox[0].body
    checked(case, days_ago=366 + 61)
    remind()
    assert len(mail.outbox) == 2


def test_who_says_that_it_is_right_is_left_in_peace(world: World, case: CaseStudy) -> None:
    checked(case, days_ago=500)
    case.refresh_from_db()
    check_case(case, by=world.rona.actor)
    remind()
    assert mail.outbox == []


def test_a_contact_is_asked_after_a_month_ahead_then_forgotten(case: CaseStudy) -> None:
    contacts = CaseContact.objects.in_place(case.place)
    contacts.update(expires_on=timezone.localdate() + timedelta(days=20))
    remind()
    remind()
    assert ["Mo" in letter.body for letter in mail.outbox] == [True]
    contacts.update(expires_on=timezone.localdate() - timedelta(days=91))
    remind()
    assert not contacts.exists()
    assert len(mail.outbox) == 1


def test_where_the_author_is_gone_the_leads_are_asked(world: World, case: CaseStudy) -> None:
    CaseStudy.objects.in_place(case.place).update(author=None)
    checked(case, days_ago=400)
    remind()
    assert [letter.to for letter in mail.outbox] == [["cara@example.org"]]

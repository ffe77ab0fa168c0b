"""A prepared read answers as its queryset would, and composes its SQL once."""

from datetime import date, timedelta
from threading import Thread
from typing import Any

import pytest
from django.db import connection
from django.db.models import DateField, QuerySet
from django.utils import timezone

from alongside.foundation.members.models import Membership
from alongside.foundation.places.models import Service
from alongside.foundation.places.tenancy import ScopeError
from alongside.foundation.prepared.reads import Given, Prepared, prepared
from tests.people import World


def services_in() -> Prepared[Service]:
    return prepared(lambda: Service.objects.in_place(Given("place")).select_related("place"))


def test_it_answers_as_the_queryset_would(world: World, django_assert_num_queries: Any) -> None:
    read = services_in()
    with django_assert_num_queries(1):
        found = read(place=world.strathmuir.pk)
        assert {service.place.name for service in found} == {world.strathmuir.name}
    assert found == list(Service.objects.in_place(world.strathmuir))
    assert [service.name for service in read(place=world.glenbeg.pk)] == [world.elsewhere.name]


def test_its_sql_is_composed_once_and_its_rows_are_fresh(world: World) -> None:
    written = []

    @prepared
    def names() -> QuerySet[Service, str]:
        written.append("once")
        return Service.objects.in_place(Given("place")).values_list("name", flat=True)

    before = names(place=world.strathmuir.pk)
    Service.objects.in_place(world.strathmuir).filter(name="Home care").update(name="Care at home")
    after = names(place=world.strathmuir.pk)
    assert set(after) - set(before) == {"Care at home"}
    assert written == ["once"]


def test_a_read_without_scope_is_refused(world: World) -> None:
    read = prepared(lambda: Service.objects.filter(slug=Given("slug")))
    with pytest.raises(ScopeError):
        read(slug="home-care")


@pytest.mark.parametrize("given", [{}, {"place": 1, "day": 2}, {"day": 2}])
def test_every_value_is_given_and_no_other(world: World, given: dict[str, int]) -> None:
    with pytest.raises(TypeError, match="needs"):
        services_in()(**given)


def test_a_day_is_handed_over_as_the_database_takes_it(world: World) -> None:
    @prepared
    def held() -> QuerySet[Membership, date]:
        own = Membership.objects.in_place(Given("place")).on(Given("today", DateField()))
        return own.values_list("from_on", flat=True)

    today = timezone.localdate()
    assert held(place=world.strathmuir.pk, today=today)
    assert not held(place=world.strathmuir.pk, today=today - timedelta(days=4000))


def test_one_row_is_asked_for_or_none(world: World) -> None:
    read = prepared(lambda: Service.objects.in_place(Given("place")).order_by("name")[:1])
    assert read.first(place=world.strathmuir.pk) == world.home_care
    assert read.first(place=world.nation.pk) is None


@pytest.mark.skipif(connection.vendor == "sqlite", reason="in memory, a connection is never closed")
@pytest.mark.django_db(transaction=True)
def test_another_thread_asks_through_its_own_connection(world: World) -> None:
    read = services_in()
    ours: list[str] = []

    def ask() -> None:
        read(place=world.strathmuir.pk)
        connection.close()

    def note(execute: Any, sql: str, *rest: Any) -> Any:
        ours.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        read(place=world.strathmuir.pk)
        thread = Thread(target=ask)
        thread.start()
        thread.join()
    assert len(ours) == 1

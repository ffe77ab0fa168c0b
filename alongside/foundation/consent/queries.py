"""Reads of what is kept about one person, made from the data map."""

from typing import Any

from django.db import models

from alongside.foundation.accounts.models import User
from alongside.foundation.consent.data_map import ModelRule, data_map
from alongside.foundation.consent.models import Participant
from alongside.foundation.members.models import Person, Seat
from alongside.foundation.places.tenancy import TenantQuerySet


def rows_about(rule: ModelRule, path: str, whom: models.Model) -> "models.QuerySet[models.Model]":
    """Return the rows of a table that tell about one person, or one guest's seat."""
    rows = rule.model._default_manager.all()
    if isinstance(rows, TenantQuerySet):
        rows = rows.unscoped(reason="the path itself leads to one person of one place")
    found: models.QuerySet[models.Model] = rows.filter(**{path: whom.pk})
    return found


def kept_about_person(person: Person) -> dict[str, list[dict[str, Any]]]:
    """Return everything about a person that the map says they can take along, by table."""
    return _kept_about(person, {r.label: r.subject for r in data_map().values() if r.subject})


def kept_about_seat(seat: Seat) -> dict[str, list[dict[str, Any]]]:
    """Return what a guest said from one seat."""
    return _kept_about(seat, {r.label: r.guest for r in data_map().values() if r.guest})


def kept_about_user(user: User) -> list[dict[str, Any]]:
    """Return what is kept about an account holder, place by place."""
    persons = Person.objects.unscoped(reason="an account's own persons, in all its places")
    return [
        {"place": person.place.name, "data": kept_about_person(person)}
        for person in persons.filter(user=user).select_related("place").order_by("place__name")
    ]


def _kept_about(whom: models.Model, paths: dict[str, str]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for label, path in paths.items():
        rule = data_map()[label]
        rows = [_row(rule, row) for row in rows_about(rule, path, whom).order_by("pk")]
        if rows and rows[0]:
            found[rule.what] = rows
    return found


def _row(rule: ModelRule, row: models.Model) -> dict[str, Any]:
    return {
        field.name: _plain(getattr(row, field.name)) for field in rule.fields if field.is_exported
    }


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, models.Model) else value


def participations_of(user: User) -> list[Participant]:
    """Return the activities that an account holder took part in, the newest first."""
    participants = Participant.objects.unscoped(reason="an account's own, in all its places")
    found = participants.filter(person__user=user).select_related("activity", "place")
    return list(found.order_by("-joined_at"))

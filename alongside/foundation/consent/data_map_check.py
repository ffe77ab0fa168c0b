"""Whether the data map says everything about every table, and nothing about what isn't there."""

from collections.abc import Iterator

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.db import models

from alongside.foundation.consent.data_map import (
    KEPT,
    Eraser,
    FieldClass,
    FieldRule,
    ModelRule,
    data_map,
)
from alongside.foundation.members.models import Person, Seat


def data_map_problems() -> list[str]:
    """Return every gap, leftover and contradiction as a sentence."""
    declared = data_map()
    there = {model._meta.label: model for model in apps.get_models(include_auto_created=True)}
    problems = [f"{label} is not in the data map" for label in sorted(there.keys() - declared)]
    problems += [f"{label} is no model" for label in sorted(declared.keys() - there)]
    for label, model in there.items():
        if label in declared:
            problems += _problems_of(declared[label], model)
    return problems


def _problems_of(rule: ModelRule, model: type[models.Model]) -> Iterator[str]:
    there = {field.name: field for field in model._meta.fields}
    named = {field.name for field in rule.fields}
    for name in sorted(there.keys() - named):
        yield f"{rule.label}.{name} is not in the data map"
    for name in sorted(named - there.keys()):
        yield f"{rule.label} has no field {name}"
    if not rule.what:
        yield f"{rule.label} does not say what it is"
    if rule.rows not in ("stay", "delete", "account"):
        yield f"{rule.label}: rows can't be {rule.rows}"
    if rule.subject and not _leads_to(model, rule.subject, Person):
        yield f"{rule.label}: {rule.subject} does not lead to a person"
    if rule.guest and not _leads_to(model, rule.guest, Seat):
        yield f"{rule.label}: {rule.guest} does not lead to a seat"
    if rule.due and rule.due.moment.split("__")[0] not in there:
        yield f"{rule.label} has no {rule.due.moment} to count from"
    for field in rule.fields:
        if field.name in there:
            yield from _field_problems(rule, field, there[field.name])


def _field_problems(
    rule: ModelRule, field: FieldRule, column: "models.Field[object, object]"
) -> Iterator[str]:
    where = f"{rule.label}.{field.name}"
    if field.field_class not in set(FieldClass):
        yield f"{where}: no class {field.field_class}"
    if field.kept not in KEPT:
        yield f"{where}: nobody says how long it is kept"
    if field.eraser not in set(Eraser):
        yield f"{where}: no eraser {field.eraser}"
    if field.is_personal and field.eraser == Eraser.KEEP and not field.reason:
        yield f"{where} is personal and stays after erasure without a reason"
    if field.eraser == Eraser.BLANK and blank_of(column) is NotImplemented:
        yield f"{where} can't be emptied"
    if field.eraser in (Eraser.BLANK, Eraser.STAMP) and not rule.subject:
        yield f"{where} is emptied for a person that no path leads to"
    if field.eraser in (Eraser.DELETE, Eraser.ACCOUNT) and rule.rows != field.eraser:
        yield f"{where} can't be deleted while its row stays"


def blank_of(column: "models.Field[object, object]") -> object:
    """Return what an emptied field holds."""
    if column.null:
        return None
    if isinstance(column, models.JSONField):
        return column.get_default()
    return "" if isinstance(column, models.CharField | models.TextField) else NotImplemented


def _leads_to(model: type[models.Model], path: str, target: type[models.Model]) -> bool:
    here: type[models.Model] = model
    for step in path.split("__"):
        if step == "pk":
            continue
        try:
            field = here._meta.get_field(step)
        except FieldDoesNotExist:
            return False
        if not isinstance(field.related_model, type):
            return False
        here = field.related_model
    return here is target

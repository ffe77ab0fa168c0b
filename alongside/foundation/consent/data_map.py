"""The data map: for every field of every model its class, how long it is kept, and who erases it.

Each room says so in its own `data_map.toml`, the site for the libraries we build on. The privacy
page, "my data" and erasure are made from it (house, decision 13), and a test of the repository
fails when a field is missing or one too many is named.

A section is a model. `what` says it in words; `subject` is the path from a row to the person it is
about, `guest` the path to a guest's seat; `rows` says whether erasing a person deletes the row
("delete"), or closing the account does ("account"). `due` says when a row is deleted by itself:
so many `days`, a number or a path to one, after the moment at `from` (`actions.forgetting`).
`database` names the only database in which there is such a table; fields that only one database has
stand under its name (`postgresql.operational`).
Fields stand in a list under their class; one that differs from its model stands in `fields`:

    [Contact]
    what = "How to reach a person"
    subject = "person"
    rows = "delete"
    kept = "membership"
    operational = ["id", "place", "person"]
    contact = ["email", "phone"]
    fields.note = { class = "contact", kept = "hour", export = false }
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from django.apps import apps
from django.db import connection, models
from django.utils.translation import gettext_lazy as _


class FieldClass(StrEnum):
    """What kind of data a field holds."""

    NONE = "none"  # tells nothing about anybody
    OPERATIONAL = "operational"  # keys, states and times that keep the software going
    ACCOUNT = "account"  # what signing in needs
    CONTACT = "contact"  # names, addresses, numbers
    OPINION = "opinion"  # what somebody said
    SPECIAL = "special"  # health, belief and the like; kept apart


PERSONAL = frozenset(
    {FieldClass.ACCOUNT, FieldClass.CONTACT, FieldClass.OPINION, FieldClass.SPECIAL}
)


class Eraser(StrEnum):
    """What happens to a field when the person it tells about is erased."""

    DELETE = "delete"  # goes with its row
    BLANK = "blank"  # is emptied
    STAMP = "stamp"  # is set to the moment of the erasure
    ACCOUNT = "account"  # is deleted when the account is closed
    KEEP = "keep"  # stays, for the reason given


KEPT = {
    "installation": _("as long as this installation runs"),
    "place": _("as long as the partnership is here, and 90 days after it has left"),
    "membership": _("until the person is erased, at their own wish or by the programme lead"),
    "account": _("until the account is closed or its last person is erased"),
    "event_needs": _("30 days after the event"),
    "event_contact": _("90 days after the event"),
    "activity": _("as long as the results of the activity are used"),
    "note": _("a year after it was written"),
    "words": _("as many days after it was sent as the activity says, two years as a rule"),
    "seat": _("60 days after the seat was taken, or after the event it was taken for"),
    "invitation": _("90 days after it ran out"),
    "session": _("two days after the last visit"),
    "wish": _("until whoever gave it stops it with one click; unconfirmed, 30 days"),
    "day": _("two days at most"),
    "task": _("30 days after the work was done"),
    "enquiry": _("90 days after it was answered, a year at most; advertising 30 days"),
    "history": _("as long as this installation runs; it holds numbers and never names"),
}


@dataclass(frozen=True, slots=True)
class FieldRule:
    """What the map says about one field."""

    name: str
    field_class: str
    kept: str
    is_exported: bool
    eraser: str
    reason: str

    @property
    def is_personal(self) -> bool:
        return self.field_class in PERSONAL

    @property
    def kept_in_words(self) -> Any:
        return KEPT.get(self.kept, self.kept)


@dataclass(frozen=True, slots=True)
class Due:
    """When a row is deleted by itself: so many days after a moment."""

    moment: str
    days: int | str


@dataclass(frozen=True, slots=True)
class ModelRule:
    """What the map says about one table."""

    label: str
    what: str
    subject: str
    guest: str
    rows: str
    due: Due | None
    fields: tuple[FieldRule, ...]

    @property
    def model(self) -> type[models.Model]:
        return apps.get_model(self.label)

    @property
    def is_personal(self) -> bool:
        return any(field.is_personal for field in self.fields)


@cache
def data_map() -> dict[str, ModelRule]:
    """Return the whole map, by label of the model."""
    return {rule.label: rule for rule in _rules()}


def _rules() -> Iterator[ModelRule]:
    for config in apps.get_app_configs():
        file = Path(config.path) / "data_map.toml"
        if not config.name.startswith("alongside.") or not file.exists():
            continue
        for name, section in tomllib.loads(file.read_text(encoding="utf-8")).items():
            label = name if "." in name else f"{config.label}.{name}"
            if section.get("database", connection.vendor) == connection.vendor:
                yield _model_rule(label, section)


def _model_rule(label: str, section: dict[str, Any]) -> ModelRule:
    here = section.get(connection.vendor, {})
    listed = {
        name: {"class": kind.value}
        for kind in FieldClass
        for name in (*section.get(kind, ()), *here.get(kind, ()))
    }
    said_of = {**listed, **section.get("fields", {})}
    fields = (_field_rule(name, said, section) for name, said in said_of.items())
    return ModelRule(
        label=label,
        what=section.get("what", ""),
        subject=section.get("subject", ""),
        guest=section.get("guest", ""),
        rows=section.get("rows", "stay"),
        due=Due(section["due"]["from"], section["due"]["days"]) if "due" in section else None,
        fields=tuple(fields),
    )


def _field_rule(name: str, own: dict[str, Any], section: dict[str, Any]) -> FieldRule:
    personal = own["class"] in PERSONAL
    default = {"delete": Eraser.DELETE, "account": Eraser.ACCOUNT}.get(
        section.get("rows", ""), Eraser.KEEP
    )
    return FieldRule(
        name=name,
        field_class=own["class"],
        kept=own.get("kept", section.get("kept", "")),
        is_exported=own.get("export", personal and bool(section.get("subject"))),
        eraser=own.get("eraser", default),
        reason=own.get("reason", section.get("reason", "")),
    )

"""What the assurance page shows, made from the data map and the list of lawful bases."""

from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.foundation.consent.data_map import Eraser, FieldRule, ModelRule, data_map
from alongside.foundation.consent.models import Basis

CLASSES = {
    "none": gettext_lazy("about nobody"),
    "operational": gettext_lazy("keeps the software going"),
    "account": gettext_lazy("account and role"),
    "contact": gettext_lazy("name or contact"),
    "opinion": gettext_lazy("what somebody said"),
    "special": gettext_lazy("specially protected"),
}


@dataclass(frozen=True, slots=True)
class KeptTable:
    """One table that holds something about people, in a line."""

    what: str
    holds: str
    kept: str
    erased: str
    taken_along: str


def personal_tables() -> list[KeptTable]:
    """Return every table with something about people in it."""
    return [_kept_table(rule) for rule in data_map().values() if rule.is_personal]


def _kept_table(rule: ModelRule) -> KeptTable:
    personal = [field for field in rule.fields if field.is_personal]
    classes = dict.fromkeys(str(CLASSES[field.field_class]) for field in personal)
    times = dict.fromkeys(str(field.kept_in_words) for field in personal)
    fates = dict.fromkeys(erased_in_words(field) for field in personal)
    taken = any(field.is_exported for field in personal)
    return KeptTable(
        what=rule.what,
        holds=", ".join(classes),
        kept="; ".join(times),
        erased="; ".join(fates),
        taken_along=_("yes") if taken else _("no"),
    )


def erased_in_words(field: FieldRule) -> str:
    """Return what happens to a field when the person is erased."""
    if field.eraser == Eraser.KEEP:
        return _("stays: %(reason)s") % {"reason": field.reason} if field.reason else _("stays")
    return {
        Eraser.DELETE.value: _("deleted"),
        Eraser.BLANK.value: _("emptied"),
        Eraser.STAMP.value: _("marked with the day"),
        Eraser.ACCOUNT.value: _("deleted when the account is closed"),
    }[field.eraser]


def whole_map() -> list[dict[str, Any]]:
    """Return every table with every field, room by room."""
    return [
        {
            "room": apps.get_app_config(rule.label.split(".")[0]).verbose_name,
            "label": rule.label,
            "what": rule.what,
            "rows": [
                [
                    field.name,
                    CLASSES[field.field_class],
                    field.kept_in_words,
                    _("yes") if field.is_exported else _("no"),
                    erased_in_words(field),
                ]
                for field in rule.fields
            ],
        }
        for rule in data_map().values()
    ]


def lawful_bases() -> list[dict[str, Any]]:
    """Return each basis with what withdrawing does under it."""
    what_withdrawal_does = {
        Basis.PUBLIC_TASK: _(
            "A public body must hear people to do its work. You can object; your answers can be "
            "withdrawn until the activity closes."
        ),
        Basis.CONSENT: _(
            "You said yes, and may say no at any time. What you said is then deleted, except where "
            "it was already counted without your name."
        ),
        Basis.CONTRACT: _("You and the partnership agreed on something that needs it."),
        Basis.LAW: _("A law asks for it. The activity says which."),
    }
    return [{"name": basis.label, "text": what_withdrawal_does[basis]} for basis in Basis]

"""How a Django form field is shown the GOV.UK way: which template, which classes, which ids.

Hint and error ids are Django's own (`<id>_helptext`, `<id>_error`), so `aria-describedby` and
`aria-invalid` come from Django.
"""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

# Most special first: the first widget class that fits decides.
_KINDS: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radios"),
    (forms.CheckboxInput, "checkbox"),
    (forms.MultiWidget, "parts"),
    (forms.SelectDateWidget, "parts"),
    (forms.Textarea, "textarea"),
    (forms.FileInput, "file"),
    (forms.Select, "select"),
    (forms.PasswordInput, "password"),
)
_CLASSES = {
    "textarea": "govuk-textarea",
    "file": "govuk-file-upload",
    "select": "govuk-select",
    "password": "govuk-input",
    "input": "govuk-input",
}
# What the script that shows a password looks for.
_MORE_CLASSES = {"password": "govuk-password-input__input govuk-js-password-input-input"}

_DJANGO_ROWS = "10"


def kind_of(bound: BoundField) -> str:
    """The kind of question: radios, checkboxes, checkbox, parts, textarea, file, select, input."""
    widget = bound.field.widget
    return next((kind for cls, kind in _KINDS if isinstance(widget, cls)), "input")


def first_id(bound: BoundField) -> str:
    """The id that an error or a label leads to."""
    if kind_of(bound) in ("radios", "checkboxes", "parts"):
        return f"{bound.auto_id}_0"
    return bound.id_for_label or bound.auto_id


def errors_of(bound: BoundField) -> list[str]:
    """A field's errors; Django's "This field is required." says which field, and what to do."""
    asked = forms.Field.default_error_messages["required"]
    told: list[str] = []
    for error in bound.errors.as_data():
        if error.code == "required" and str(error.message) == str(asked):
            choose = kind_of(bound) in ("radios", "checkboxes", "select")
            words = _("Choose an answer: %(label)s") if choose else _("Fill in: %(label)s")
            told.append(words % {"label": bound.label})
        else:
            told += [str(message) for message in error.messages]
    return told


def form_errors(form: forms.BaseForm) -> list[dict[str, str | None]]:
    """All errors of a form, each with the address of its field."""
    if not form.is_bound:
        return []
    errors: list[dict[str, str | None]] = [
        {"text": str(error), "url": None} for error in form.non_field_errors()
    ]
    for bound in form:
        target = None if bound.is_hidden else f"#{first_id(bound)}"
        errors += [{"text": error, "url": target} for error in errors_of(bound)]
    return errors


def _control(
    bound: BoundField, kind: str, options: Mapping[str, Any], described_by: str
) -> SafeString:
    base = _CLASSES[kind]
    classes = [base, _MORE_CLASSES.get(kind, ""), bound.field.widget.attrs.get("class", "")]
    if bound.errors:
        classes.append(f"{base}--error")
    if options["width"]:
        classes.append(f"govuk-input--width-{options['width']}")
    # A placeholder vanishes while one types, so what it says belongs into the label or the hint.
    attrs: dict[str, Any] = {"class": " ".join(filter(None, classes)), "placeholder": False}
    if described_by:
        attrs["aria-describedby"] = described_by
    if kind == "textarea":
        own = str(bound.field.widget.attrs.get("rows", _DJANGO_ROWS))
        attrs["rows"] = options["rows"] or (5 if own == _DJANGO_ROWS else own)
    return bound.as_widget(attrs=attrs)


def _choices(bound: BoundField) -> list[dict[str, Any]]:
    """The options of radios or checkboxes, with the hint that a choice may carry."""
    hints: Mapping[str, str] = getattr(bound.field.widget, "hints", {})
    return [
        {
            "id": option.data["attrs"]["id"],
            "name": option.data["name"],
            "value": option.data["value"],
            "label": option.data["label"],
            "checked": option.data["selected"],
            "hint": hints.get(str(option.data["value"])),
        }
        for option in bound.subwidgets
    ]


def _parts(bound: BoundField) -> list[dict[str, Any]]:
    context = bound.field.widget.get_context(bound.html_name, bound.value(), {"id": bound.auto_id})
    labels = getattr(bound.field.widget, "part_labels", ())
    widths = getattr(bound.field.widget, "part_widths", ())
    return [
        {
            **part,
            "id": part["attrs"]["id"],
            "label": labels[index] if index < len(labels) else part["name"],
            "width": widths[index] if index < len(widths) else 4,
        }
        for index, part in enumerate(context["widget"]["subwidgets"])
    ]


def field_parts(bound: BoundField, options: Mapping[str, Any]) -> dict[str, Any]:
    """What the template of a field needs beside the attributes given on the page."""
    kind = kind_of(bound)
    hint = options["hint"] or bound.help_text
    parts: dict[str, Any] = {
        "kind": kind,
        "grouped": kind in ("radios", "checkboxes", "parts"),
        "label": options["label"] or bound.label,
        "hint": hint,
        "hint_id": f"{bound.auto_id}_helptext" if hint else "",
        "error_id": f"{bound.auto_id}_error" if bound.errors else "",
        "errors": errors_of(bound),
        "for_id": bound.id_for_label or bound.auto_id,
    }
    parts["described_by"] = " ".join(filter(None, (parts["hint_id"], parts["error_id"])))
    if kind in ("radios", "checkboxes"):
        parts["choices"] = _choices(bound)
    elif kind == "parts":
        parts["parts"] = _parts(bound)
    elif kind != "checkbox":
        parts["control"] = _control(bound, kind, options, parts["described_by"])
    else:
        parts["checked"] = bool(bound.value())
    return parts

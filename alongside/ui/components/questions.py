"""Components that ask: fields, their errors, whole forms."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from alongside.ui.components.declaration import Attributes, Component, Example
from alongside.ui.examples import AnswerForm, answered_wrongly, fresh
from alongside.ui.fields import field_parts, form_errors

SIZES = ("s", "m", "l", "xl")


def _error_summary(attributes: Attributes) -> Attributes:
    form: forms.BaseForm | None = attributes["form"]
    errors = list(attributes["errors"] or ())
    if form is not None:
        errors += form_errors(form)
    return {**attributes, "errors": errors}


def _field(attributes: Attributes) -> Attributes:
    return {**attributes, **field_parts(attributes["field"], attributes)}


def _form(attributes: Attributes) -> Attributes:
    form: forms.BaseForm = attributes["form"]
    return {
        **attributes,
        "submit": attributes["submit"] or _("Save and continue"),
        "cancel_text": attributes["cancel_text"] or _("Cancel"),
        "errors": form_errors(form),
        "multipart": form.is_multipart(),
    }


def _one(name: str) -> dict[str, Any]:
    return {"field": fresh()[name]}


COMPONENTS = (
    Component(
        name="error_summary",
        summary="Everything to put right, at the top, each linked to its field.",
        optional={"form": None, "errors": (), "title": None},
        prepare=_error_summary,
        examples=(
            Example(
                "From a form",
                '{% ui "error_summary" form=form %}',
                lambda: {"form": answered_wrongly()},
            ),
        ),
    ),
    Component(
        name="field",
        summary="One question of a form with hint and error, after the kind of its widget. "
        "`size` is that of the label; `heading` makes it the page's h1; `scale` lays out large "
        "answers.",
        required=("field",),
        optional={
            "label": None,
            "hint": None,
            "size": "s",
            "heading": False,
            "inline": False,
            "scale": False,
            "width": None,
            "rows": None,
            "prefix": None,
            "suffix": None,
            "hide_label": False,
        },
        one_of={"size": SIZES, "width": (2, 3, 4, 5, 10, 20)},
        prepare=_field,
        examples=(
            Example("Text", '{% ui "field" field=field %}', lambda: _one("name")),
            Example("Long text", '{% ui "field" field=field %}', lambda: _one("story")),
            Example("Select", '{% ui "field" field=field %}', lambda: _one("service")),
            Example(
                "An answer scale",
                '{% ui "field" field=field scale=True size="m" %}',
                lambda: _one("often"),
            ),
            Example("Checkboxes", '{% ui "field" field=field %}', lambda: _one("groups")),
            Example("Date", '{% ui "field" field=field %}', lambda: _one("day")),
            Example("File", '{% ui "field" field=field %}', lambda: _one("paper")),
            Example("One box", '{% ui "field" field=field %}', lambda: _one("agree")),
        ),
    ),
    Component(
        name="unseen_field",
        summary="A field that people don't see and machines fill in: who does is held apart.",
        required=("field",),
        examples=(Example("Unseen", '{% ui "unseen_field" field=field %}', lambda: _one("name")),),
    ),
    Component(
        name="form",
        summary="A whole form: errors, fields, button, protection against forgery. With a body, "
        "place the fields yourself.",
        required=("form",),
        from_page=("csrf_token",),
        optional={
            "submit": None,
            "action": "",
            "method": "post",
            "cancel_url": None,
            "cancel_text": None,
            "kind": "primary",
            "size": "s",
            "summary": True,
            "id": None,
        },
        body="optional",
        one_of={"method": ("post", "get"), "size": SIZES},
        prepare=_form,
        examples=(
            Example(
                "Fresh",
                '{% ui "form" form=form submit="Send" %}',
                lambda: {"form": AnswerForm(prefix="fresh")},
            ),
            Example(
                "With errors",
                '{% ui "form" form=form submit="Send" %}',
                lambda: {"form": answered_wrongly("wrong")},
            ),
        ),
    ),
)

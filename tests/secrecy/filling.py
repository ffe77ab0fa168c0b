"""Find the forms of a page and fill them in, the way somebody with bad intentions does."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

import html5lib

HARMLESS = {
    "number": "3",
    "email": "somebody@example.org",
    "url": "https://example.org/",
    "tel": "01234 567890",
    "password": "a long enough secret",
}
NUMBERS = ("pence", "code_", "heads_", "number")  # in the names of fields that take no words
DAY = {"0": "4", "1": "11", "2": "2027"}  # the three boxes of a date


@dataclass
class Form:
    """One form that can be sent: where to, and what it holds."""

    action: str
    filled: dict[str, Any] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)  # names of fields that take any text


def parsed(page: str) -> Element:
    """The page as a tree."""
    return html5lib.parse(page, namespaceHTMLElements=False)


def forms_of(page: str, address: str, text: str) -> Iterator[Form]:
    """Every form of the main part that takes text, filled in with it."""
    main = parsed(page).find(".//main")
    for element in main.iter("form") if main is not None else ():
        if element.get("method", "get").lower() == "post":
            form = Form(element.get("action") or address)
            for control in element.iter():
                _fill(form, control, text)
            if form.texts:
                yield form


def _fill(form: Form, control: Element, text: str) -> None:
    name = control.get("name")
    if not name or control.get("disabled") is not None:
        return
    if control.tag == "textarea":
        _take(form, name, text)
    elif control.tag == "select":
        chosen = [o.get("value", "") for o in control.iter("option") if o.get("value")]
        form.filled[name] = chosen[0] if chosen else ""
    elif control.tag == "input":
        _fill_input(form, control, name, text)


def _fill_input(form: Form, control: Element, name: str, text: str) -> None:
    kind = control.get("type", "text")
    if kind in {"radio", "checkbox"}:
        form.filled.setdefault(name, control.get("value", "on"))
    elif kind == "hidden":
        form.filled[name] = control.get("value", "")
    elif kind in HARMLESS:
        form.filled[name] = HARMLESS[kind]
    elif kind in {"text", "search"}:
        part = name.rpartition("_")[2]
        if control.get("inputmode") == "numeric" or any(word in name for word in NUMBERS):
            form.filled[name] = DAY.get(part, "2")
        else:
            _take(form, name, text)


def _take(form: Form, name: str, text: str) -> None:
    form.filled[name] = text
    form.texts.append(name)


def running_things(page: str) -> list[str]:
    """Anything on a page that would run: foreign scripts, handlers, addresses that run."""
    found = []
    for element in parsed(page).iter():
        if not isinstance(element.tag, str):
            continue
        is_ours = (element.get("src") or "").startswith("/static/")
        is_data = element.get("type") in {"application/json", "application/ld+json"}
        if element.tag == "script" and not (is_ours or is_data):
            found.append(f"a script of somebody's: {(element.text or '')[:60]}")
        for name, value in element.attrib.items():
            if str(name).startswith("on") or value.strip().lower().startswith("javascript:"):
                found.append(f"{element.tag} {name}={value[:60]}")
    return found

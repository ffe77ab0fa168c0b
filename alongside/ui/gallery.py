"""What the gallery shows: each component with its attributes and its examples, rendered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.template import engines
from django.utils.safestring import SafeString

from alongside.ui.components import REGISTRY, Component, Example


@dataclass(frozen=True)
class Shown:
    """One example, with its HTML and the template that made it."""

    title: str
    html: SafeString
    template: str


@dataclass(frozen=True)
class Entry:
    """One component in the gallery."""

    component: Component
    attributes: str
    examples: list[Shown]


def render_example(example: Example, request: HttpRequest | None = None) -> SafeString:
    """The HTML of one example."""
    template = engines["django"].from_string("{% load ui %}" + example.template)
    return SafeString(template.render(dict(example.context()), request))


def attributes_in_words(component: Component) -> str:
    """The attributes of a component: needed ones first, then the others with their default."""
    chosen: Mapping[str, tuple[Any, ...]] = component.one_of
    optional = [
        f"{name}={default!r}"
        + (f" of {', '.join(map(str, chosen[name]))}" if name in chosen else "")
        for name, default in component.optional.items()
    ]
    return "; ".join([*(f"{name} (needed)" for name in component.required), *optional])


def entries(request: HttpRequest) -> Iterator[Entry]:
    """Every component, by name."""
    for name in sorted(REGISTRY):
        component = REGISTRY[name]
        shown = [
            Shown(example.title, render_example(example, request), example.template)
            for example in component.examples
        ]
        yield Entry(component, attributes_in_words(component), shown)

"""What the gallery shows: each component with its attributes and its examples, rendered.

The same examples can be shown with every word replaced by one that is long, or hostile.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.template import engines
from django.utils.safestring import SafeString

from alongside.ui.components import REGISTRY, Component, Example

# What every page must survive: markup, quotation marks, a right-to-left word, a word of 58 letters.
HOSTILE = (
    "<script>alert('x')</script> & \"{{ x }}\" \u05e9\u05dc\u05d5\u05dd "
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
)
_WORDS = re.compile(
    r"\b(title|text|lead|caption|summary|label|name|role|fact|action|example|note|submit|n|source"
    r'|as_of|tag|hidden|hours|value)="[^"]*"'
)


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


def render_example(
    example: Example, request: HttpRequest | None = None, *, hostile: bool = False
) -> SafeString:
    """The HTML of one example, with its own words or with hostile ones."""
    source = _WORDS.sub(r"\1=hostile", example.template) if hostile else example.template
    template = engines["django"].from_string("{% load ui %}" + source)
    return SafeString(template.render({**example.context(), "hostile": HOSTILE}, request))


def attributes_in_words(component: Component) -> str:
    """The attributes of a component: needed ones first, then the others with their default."""
    chosen: Mapping[str, tuple[Any, ...]] = component.one_of
    optional = [
        f"{name}={default!r}"
        + (f" of {', '.join(map(str, chosen[name]))}" if name in chosen else "")
        for name, default in component.optional.items()
    ]
    return "; ".join([*(f"{name} (needed)" for name in component.required), *optional])


def entries(request: HttpRequest, *, hostile: bool = False) -> Iterator[Entry]:
    """Every component, by name."""
    for name in sorted(REGISTRY):
        component = REGISTRY[name]
        shown = [
            Shown(
                example.title,
                render_example(example, request, hostile=hostile),
                example.template,
            )
            for example in component.examples
        ]
        yield Entry(component, attributes_in_words(component), shown)

"""What a component is: its attributes, its body, its slots and its examples.

A component is declared once and checked where it is used: an unknown attribute is a mistake at the
moment the template is compiled, not a gap on somebody's screen.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

Body = Literal["none", "optional", "required"]
Attributes = dict[str, Any]

COS = ("commission", "design", "deliver", "assess")


class ComponentError(ValueError):
    """A component was used in a way that its declaration does not allow."""


@dataclass(frozen=True)
class Slot:
    """One named part of a body: `{% uislot "table" label="As a table" %}`."""

    name: str
    label: str
    html: str


@dataclass(frozen=True)
class Example:
    """One use of a component, shown in the gallery and rendered by the tests."""

    title: str
    template: str
    context: Callable[[], Mapping[str, Any]] = dict


@dataclass(frozen=True)
class Component:
    """A piece of a page: `required` and `optional` attributes, body, slots and examples.

    `slots` are the allowed names, or None where any name is welcome. `one_of` lists the values that
    an attribute may take; None is always allowed for an optional one. `prepare` turns the
    attributes and the body into what the template needs. `from_page` names what it takes of the
    page around it; everything else is given by attribute.
    """

    name: str
    summary: str
    required: tuple[str, ...] = ()
    optional: Mapping[str, Any] = field(default_factory=dict)
    body: Body = "none"
    slots: tuple[str, ...] | None = ()
    one_of: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    prepare: Callable[[Attributes], Attributes] = lambda attributes: attributes
    from_page: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()

    @property
    def template_name(self) -> str:
        return f"ui/components/{self.name}.html"

    def check_names(self, names: Iterable[str], *, has_body: bool) -> None:
        """Refuse unknown and missing attributes, and a body where there can be none."""
        given = set(names)
        known = [*self.required, *self.optional]
        if unknown := sorted(given - set(known)):
            raise ComponentError(
                f'"{self.name}" has no attribute {", ".join(unknown)}. It knows: {", ".join(known)}.'
            )
        if missing := [name for name in self.required if name not in given]:
            raise ComponentError(f'"{self.name}" needs {", ".join(missing)}.')
        if has_body and self.body == "none":
            raise ComponentError(f'"{self.name}" takes no body: use {{% ui "{self.name}" … %}}.')
        if not has_body and self.body == "required":
            raise ComponentError(
                f'"{self.name}" needs a body: use {{% uiblock "{self.name}" … %}}.'
            )

    def check_slot(self, name: str) -> None:
        """Refuse a slot that the component does not show."""
        if self.slots is not None and name not in self.slots:
            raise ComponentError(f'"{self.name}" has no slot "{name}".')

    def check_value(self, name: str, value: Any) -> None:
        """Refuse a value outside the declared choices."""
        allowed = self.one_of.get(name)
        if allowed is None or value in allowed or (value is None and name in self.optional):
            return
        raise ComponentError(f'"{self.name}" takes {name} from {allowed}, not {value!r}.')

    def values(
        self, attributes: Mapping[str, Any], body: str | None, slots: Iterable[Slot]
    ) -> Attributes:
        """Everything that the component's template sees."""
        for name in self.one_of:
            if name in attributes:
                self.check_value(name, attributes[name])
        prepared = self.prepare({**self.optional, "body": body, **attributes})
        return {**prepared, "slots": {slot.name: slot for slot in slots}}


REGISTRY: dict[str, Component] = {}


def register(*components: Component) -> None:
    """Make components known by their names; a name can be given once."""
    for component in components:
        if component.name in REGISTRY:
            raise ComponentError(f'"{component.name}" is declared twice.')
        REGISTRY[component.name] = component


def component_named(name: str) -> Component:
    """The component of this name, or an error that lists the names there are."""
    try:
        return REGISTRY[name]
    except KeyError:
        raise ComponentError(
            f'There is no component "{name}". There are: {", ".join(sorted(REGISTRY))}.'
        ) from None


def render_component(name: str, *, body: str | None = None, **attributes: Any) -> SafeString:
    """A component's HTML from Python, with the same checks as the template tag."""
    component = component_named(name)
    component.check_names(attributes, has_body=body is not None)
    return render_to_string(component.template_name, component.values(attributes, body, ()))

"""The tags that place components on a page.

    {% load ui %}
    {% ui "tag" text="Decide" co="commission" %}
    {% uiblock "card" title=service.name url=service.url %}<p>Text</p>{% enduiblock %}
    {% uiblock "chart_frame" title="…" %}<svg>…</svg>{% uislot "table" %}…{% enduislot %}{% enduiblock %}
    {% ui "tag" text="New" as new_tag %}

Names and attributes are checked when the template is compiled.
"""

from collections.abc import Iterator
from typing import Any

from django import template
from django.template.base import (
    FilterExpression,
    NodeList,
    Parser,
    Template,
    Token,
    token_kwargs,
)
from django.template.context import Context
from django.template.exceptions import TemplateSyntaxError
from django.utils.safestring import SafeString

from alongside.ui.components import Component, ComponentError, Slot, component_named
from alongside.ui.components.declaration import Attributes

register = template.Library()

_QUOTES = "\"'"
_COLLECTED = "_ui_slots"


def _quoted_name(tag: str, bits: list[str]) -> str:
    if not bits or len(bits[0]) < 3 or bits[0][0] not in _QUOTES or bits[0][-1] != bits[0][0]:
        raise TemplateSyntaxError(f"{{% {tag} %}} starts with a name in quotation marks.")
    return bits[0][1:-1]


def _attributes(tag: str, bits: list[str], parser: Parser) -> dict[str, FilterExpression]:
    names = [bit.split("=", 1)[0] for bit in bits]
    if repeated := sorted({name for name in names if names.count(name) > 1}):
        raise TemplateSyntaxError(f"{{% {tag} %}} got {', '.join(repeated)} twice.")
    attributes = token_kwargs(bits, parser)
    if bits:
        raise TemplateSyntaxError(f"{{% {tag} %}} does not understand {bits[0]!r}.")
    return attributes


def _literal(expression: FilterExpression) -> Any:
    """The value when it is written in the template itself, else None."""
    if expression.filters or (hasattr(expression.var, "lookups") and expression.var.lookups):
        return None
    return expression.var.literal if hasattr(expression.var, "literal") else expression.var


class SlotNode(template.Node):
    """Hands a named part of a body to the component around it; shows nothing itself."""

    child_nodelists = ("nodelist",)

    def __init__(
        self, name: FilterExpression, label: FilterExpression | None, nodelist: NodeList
    ) -> None:
        self.name = name
        self.label = label
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        if _COLLECTED not in context:
            raise ComponentError("{% uislot %} stands inside the body of a component.")
        component, slots = context[_COLLECTED]
        name = str(self.name.resolve(context))
        component.check_slot(name)
        label = self.label.resolve(context) if self.label else ""
        slots.append(Slot(name, str(label), self.nodelist.render(context)))
        return SafeString("")


class ComponentNode(template.Node):
    """Renders one component with nothing in sight but what it was given."""

    child_nodelists = ("nodelist",)

    def __init__(
        self,
        component: Component,
        attributes: dict[str, FilterExpression],
        nodelist: NodeList | None,
        target: str | None,
    ) -> None:
        self.component = component
        self.attributes = attributes
        self.nodelist = nodelist
        self.target = target
        self._template: Template | None = None

    def _body(self, context: Context) -> tuple[str | None, list[Slot]]:
        slots: list[Slot] = []
        if self.nodelist is None:
            return None, slots
        with context.push(**{_COLLECTED: (self.component, slots)}):
            return self.nodelist.render(context), slots

    def render(self, context: Context) -> SafeString:
        attributes = {name: value.resolve(context) for name, value in self.attributes.items()}
        values = self.component.values(attributes, *self._body(context))
        for name in self.component.from_page:
            if name in context:
                values[name] = context[name]
        html = self._shown(context, values)
        if self.target is None:
            return html
        context[self.target] = html
        return SafeString("")

    def _shown(self, context: Context, values: Attributes) -> SafeString:
        if self._template is None:
            around = context.template
            if around is None:
                raise ComponentError("A component stands in a template that is being rendered.")
            self._template = around.engine.get_template(self.component.template_name)
        # A page places hundreds of components. Putting the page's own variables aside for a moment
        # takes a tenth of the time of a new context.
        aside = context.dicts
        context.dicts = [aside[0], values]
        try:
            return self._template.render(context)
        finally:
            context.dicts = aside


def _component_node(tag: str, token: Token, parser: Parser, *, with_body: bool) -> ComponentNode:
    bits = token.split_contents()[1:]
    name = _quoted_name(tag, bits)
    rest = bits[1:]
    target = None
    if len(rest) >= 2 and rest[-2] == "as":
        target, rest = rest[-1], rest[:-2]
    attributes = _attributes(tag, rest, parser)
    try:
        component = component_named(name)
        component.check_names(attributes, has_body=with_body)
        for attribute, expression in attributes.items():
            if (literal := _literal(expression)) is not None:
                component.check_value(attribute, literal)
        nodelist = _parse_body(component, parser) if with_body else None
    except ComponentError as error:
        raise TemplateSyntaxError(str(error)) from error
    return ComponentNode(component, attributes, nodelist, target)


def _own_slots(nodelist: NodeList) -> Iterator[SlotNode]:
    """The slots of this body, not those of components inside it."""
    for node in nodelist:
        if isinstance(node, SlotNode):
            yield node
        elif not isinstance(node, ComponentNode):
            for child in node.child_nodelists:
                yield from _own_slots(NodeList(getattr(node, child, None) or ()))


def _parse_body(component: Component, parser: Parser) -> NodeList:
    nodelist = parser.parse(("enduiblock",))
    parser.delete_first_token()
    for slot in _own_slots(nodelist):
        if (name := _literal(slot.name)) is not None:
            component.check_slot(str(name))
    return nodelist


@register.tag("ui")
def ui(parser: Parser, token: Token) -> ComponentNode:
    """A component without a body."""
    return _component_node("ui", token, parser, with_body=False)


@register.tag("uiblock")
def uiblock(parser: Parser, token: Token) -> ComponentNode:
    """A component around a body, with slots where the component has them."""
    return _component_node("uiblock", token, parser, with_body=True)


@register.tag("uislot")
def uislot(parser: Parser, token: Token) -> SlotNode:
    """A named part of the body of the component around it."""
    bits = token.split_contents()[1:]
    if not bits:
        raise TemplateSyntaxError("{% uislot %} starts with a name.")
    name = parser.compile_filter(bits[0])
    attributes = _attributes("uislot", bits[1:], parser)
    if unknown := sorted(set(attributes) - {"label"}):
        raise TemplateSyntaxError(f"{{% uislot %}} has no attribute {', '.join(unknown)}.")
    nodelist = parser.parse(("enduislot",))
    parser.delete_first_token()
    return SlotNode(name, attributes.get("label"), nodelist)

"""`{% url %}` as Django has it, but each address is worked out once.

A list of fifty rows with two links each spent 2 ms on going through the same patterns a hundred
times.
"""

from functools import lru_cache

from django import template
from django.conf import settings
from django.template import defaulttags
from django.template.base import Parser, Token
from django.template.context import Context
from django.urls import NoReverseMatch, get_script_prefix, get_urlconf, reverse
from django.utils.html import conditional_escape
from django.utils.translation import get_language

register = template.Library()


class AddressNode(defaulttags.URLNode):
    """Asks for the address it was asked for before, else works it out."""

    def render(self, context: Context) -> str:
        try:
            address = _address(
                self.view_name.resolve(context),
                tuple(str(arg.resolve(context)) for arg in self.args),
                tuple((name, str(arg.resolve(context))) for name, arg in self.kwargs.items()),
                # What the answer depends on, besides.
                get_urlconf() or settings.ROOT_URLCONF,
                get_script_prefix(),
                get_language(),
            )
        except NoReverseMatch:
            return super().render(context)
        if self.asvar:
            context[self.asvar] = address
            return ""
        return conditional_escape(address) if context.autoescape else address


@lru_cache(maxsize=4096)
def _address(
    name: str,
    args: tuple[str, ...],
    kwargs: tuple[tuple[str, str], ...],
    urlconf: str,
    *_state: str,
) -> str:
    return reverse(name, urlconf, args, dict(kwargs))


@register.tag("url")
def url(parser: Parser, token: Token) -> AddressNode:
    """An address by the name of its page."""
    node = defaulttags.url(parser, token)
    return AddressNode(node.view_name, node.args, node.kwargs, node.asvar)

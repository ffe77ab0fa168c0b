"""Every route that the resolver knows, with the names of its arguments."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

# Wagtail's own routes stand behind one door, tried in `learning/blog/tests/test_editing.py`.
EDITOR = "editing/"


def all_routes() -> dict[str, frozenset[str]]:
    """The full name of every route, and what its address is made from.

    A route without a name goes by its pattern.
    """
    return dict(_walk(get_resolver(), (), frozenset()))


def _walk(
    resolver: URLResolver, namespaces: tuple[str, ...], keys: frozenset[str]
) -> Iterator[tuple[str, frozenset[str]]]:
    for pattern in resolver.url_patterns:
        here = keys | frozenset(pattern.pattern.regex.groupindex)
        if str(pattern.pattern) == EDITOR:
            continue
        if isinstance(pattern, URLResolver):
            inner = (*namespaces, pattern.namespace) if pattern.namespace else namespaces
            yield from _walk(pattern, inner, here)
        else:
            yield name_of(pattern, namespaces), here


def name_of(pattern: URLPattern, namespaces: tuple[str, ...] = ()) -> str:
    return ":".join((*namespaces, pattern.name or str(pattern.pattern)))

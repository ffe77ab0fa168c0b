"""Foreign keys, templates and addresses point down the house too, where no import shows it."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.urls import URLResolver, get_resolver

from tests.rules.sources import PACKAGE, calls, files, is_test, may_know, module_of, shown, text_of

TEMPLATE_TAG = re.compile(r"{%\s*(?:include|extends)\s+[\"']([^\"']+)[\"']")
URL_TAG = re.compile(r"{%\s*url\s+[\"']([^\"']+)[\"']")


def test_foreign_keys_point_down() -> None:
    up = [
        f"{model._meta.label}.{field.name} points to {field.related_model._meta.label}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete and hasattr(field.related_model, "_meta")
        if not may_know(model.__module__, field.related_model.__module__)
    ]
    assert not up, "\n".join(up)


def home_of(path: Path) -> str:
    """The app in whose templates folder a template lies."""
    return module_of(Path(str(path).split("/templates/")[0]) / "__init__.py")


def templates() -> dict[str, Path]:
    """Each of our templates, by the name that others call it."""
    return {
        str(path).split("/templates/")[1]: path
        for path in files("*.html", "*.txt")
        if "/templates/" in str(path)
    }


def test_templates_take_only_from_below() -> None:
    ours = templates()
    up = [
        f"{shown(path)} takes {name}"
        for path in ours.values()
        for name in TEMPLATE_TAG.findall(path.read_text(encoding="utf-8"))
        if name in ours and not may_know(home_of(path), home_of(ours[name]))
    ]
    assert not up, "\n".join(up)


def homes_of_namespaces() -> dict[str, str]:
    """Each namespace of addresses, and the module that declares it."""
    homes: dict[str, str] = {}

    def walk(resolver: URLResolver) -> None:
        for pattern in resolver.url_patterns:
            if isinstance(pattern, URLResolver):
                module = getattr(pattern.urlconf_module, "__name__", "")
                if pattern.namespace and module.startswith("alongside."):
                    homes[pattern.namespace] = module
                walk(pattern)

    walk(get_resolver())
    return homes


def names_of_addresses(path: Path) -> Iterator[str]:
    """The names of addresses that a file mentions."""
    if path.suffix == ".py":
        for call in calls(path, "reverse", "reverse_lazy", "redirect", "resolve_url"):
            if call.args and (name := text_of(call.args[0])) is not None:
                yield name
    else:
        yield from URL_TAG.findall(path.read_text(encoding="utf-8"))


def test_addresses_lead_only_down() -> None:
    homes = homes_of_namespaces()
    up = []
    for path in [*files("*.py"), *templates().values()]:
        if is_test(path):
            continue
        home = module_of(path) if path.suffix == ".py" else home_of(path)
        for name in names_of_addresses(path):
            namespace = name.split(":")[0]
            if namespace in homes and not may_know(home, homes[namespace]):
                up.append(f"{shown(path)} leads to {name}")
    assert not up, "\n".join(up)


def test_the_walk_sees_what_it_should() -> None:
    assert not may_know("alongside.foundation.places.models", "alongside.foundation.members.models")
    assert not may_know("alongside.foundation.jobs", "alongside.star.map_it")
    assert not may_know("alongside.star.map_it", "alongside.star.board")
    assert not may_know("alongside.engines.disclosure", "alongside.ui")
    assert may_know("alongside.star.board", "alongside.star.map_it.urls")
    assert may_know("alongside.foundation.members", "alongside.foundation.places.models")
    assert PACKAGE.is_dir()
    assert templates()

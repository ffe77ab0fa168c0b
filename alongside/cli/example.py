"""The one place where the command line meets the worked example of `site/demo`."""

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from alongside.cli.refused import CommandRefused

EXAMPLE = "alongside.site.demo"


def load_example() -> str:
    """Load the worked example into an empty database; returns one sentence on what was done."""
    from django.conf import settings

    from alongside.foundation.places.models import Place

    if settings.PRODUCTION:
        raise CommandRefused(
            "The worked example has accounts with known passwords, so it is never loaded in "
            "production. Set ALONGSIDE_MODE=demo on a machine for trying out."
        )
    if Place.objects.exists():
        return "The database already holds places; the worked example was left out."
    example = _example()
    if example is None:
        return "This copy of Alongside carries no worked example."
    example.load_demo()
    return "The worked example is loaded."


def example_sign_ins() -> list[tuple[str, str, str]]:
    """Return e-mail address, password and role of the example's people, for whoever starts it."""
    from alongside.foundation.places.models import Place

    example = _example()
    if example is None or not Place.objects.filter(is_example=True).exists():
        return []
    return list(getattr(example, "SIGN_INS", ()))


def _example() -> Any:
    return import_module(EXAMPLE) if find_spec(EXAMPLE) else None

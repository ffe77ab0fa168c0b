"""Start Django for the commands that need it."""

import os

from alongside.cli.refused import CommandRefused


def start_platform() -> None:
    """Load settings and apps; say what to install where only the engines are there."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.site.settings")
    try:
        import django
    except ModuleNotFoundError as error:
        raise CommandRefused(
            "This command needs the whole platform: pip install 'alongside[platform]'"
        ) from error
    django.setup()

"""Start Django for the commands that need it."""

import os

from alongside.cli.refused import CommandRefused

# One thread of arithmetic a process: web processes and worker share the cores already, and threads
# that wait for each other on busy cores slow down every page.
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")


def start_platform() -> None:
    """Load settings and apps; say what to install where only the engines are there."""
    for variable in ONE_THREAD:  # read when numpy is first imported, so before anything else
        os.environ.setdefault(variable, "1")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.site.settings")
    try:
        import django
    except ModuleNotFoundError as error:
        raise CommandRefused(
            "This command needs the whole platform: pip install 'alongside[platform]'"
        ) from error
    django.setup()

"""Open a nation and invite who leads it: `alongside nation caldonia --name Caldonia --lead a@b.org`.

National leads say yes to new partnerships; only the operator can make the first of them.
"""

import argparse

from alongside.cli.platform import start_platform
from alongside.cli.refused import CommandRefused


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which nation, what it is called, and whom to invite."""
    parser.add_argument("slug", help="its name in addresses")
    parser.add_argument("--name", help="what it is called; needed when it isn't there yet")
    parser.add_argument("--lead", metavar="EMAIL", help="invite somebody to lead it")


def run(options: argparse.Namespace) -> int:
    """Do what isn't done yet, and say what was done."""
    start_platform()
    from alongside.foundation.history.refusal import Refusal

    try:
        for line in _look_after(options):
            print(line)
    except Refusal as refusal:
        raise CommandRefused(str(refusal.words)) from refusal
    return 0


def _look_after(options: argparse.Namespace) -> list[str]:
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email

    from alongside.foundation.history.actor import system_actor
    from alongside.foundation.members.actions import invite_person
    from alongside.foundation.places.actions import open_nation
    from alongside.foundation.places.models import Place

    by, done = system_actor(), []
    nation = Place.objects.filter(slug=options.slug, kind=Place.Kind.NATION).first()
    if nation is None:
        if not options.name:
            raise CommandRefused(f"There is no nation {options.slug!r}. Say --name to open it.")
        nation = open_nation(name=options.name, slug=options.slug, by=by)
        done.append(f"{nation.name} is open.")
    if options.lead:
        try:
            validate_email(options.lead)
        except ValidationError as error:
            raise CommandRefused(f"{options.lead!r} is no email address.") from error
        invite_person(nation, email=options.lead, role="national_lead", group="", by=by)
        done.append(f"The invitation to lead {nation.name} is on its way to {options.lead}.")
    return done or [f"{nation.name} is there already. Nothing to do."]

"""Where the command line meets the worked example of `site/demo`."""

from collections.abc import Sequence

from alongside.cli.refused import CommandRefused


def load_example() -> bool:
    """Load the worked example where there are no places yet; say whether that was so."""
    from alongside.foundation.history.refusal import Refusal
    from alongside.foundation.places.models import Place

    if Place.objects.exists():  # asked first: the example itself takes a second to import
        return False
    from alongside.site.demo import load_demo

    try:
        load_demo()
    except Refusal as refusal:
        raise CommandRefused(str(refusal.words)) from refusal
    return True


def example_sign_ins() -> Sequence[tuple[str, str, str]]:
    """Return email address, password and role of the example's people, for whoever starts it."""
    from alongside.foundation.places.models import Place

    if not Place.objects.filter(is_example=True).exists():
        return ()
    from alongside.site.demo import SIGN_INS

    return SIGN_INS

"""Work in the background: what can be found follows what is there."""

from alongside.foundation.search.actions import mend
from alongside.foundation.search.kinds import KINDS, entries_of


def follow() -> None:
    """Mend what differs, kind by kind. Actions keep it right; this is for what came before them."""
    for kind in KINDS:
        mend(kind, entries_of(kind))

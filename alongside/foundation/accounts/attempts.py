"""Count wrong codes in the database, so that guessing is slowed down across all workers (trust 12).

Only failures count: three hundred phones behind one address can all come in with right codes. They
are counted for a network, and for the wider network that one owner often holds as a whole. When
very many fail everywhere, each network is allowed fewer; a network in which nobody guesses is never
shut out by what others do.
"""

from datetime import timedelta

from django.db.models import Count, Q
from django.utils import timezone

from alongside.foundation.accounts.codes import CodeKind, hash_code
from alongside.foundation.accounts.models import Tally
from alongside.foundation.accounts.network import wider_network

WINDOW = timedelta(minutes=15)
# In a hall of 300 one in ten may mistype. Three words are 33 bits: at 30 tries in a quarter of an
# hour, one network finds one seat of 50,000 in two months.
LIMIT_PER_NETWORK = 30
LIMIT_PER_WIDER_NETWORK = 300
# Five digits only say which room it is, and a hall of a thousand may share one address.
LIMIT_FOR_ROOMS = 100
# So many failures in all mean that somebody guesses from many networks at once.
MANY_IN_ALL = 1000
STRICT_PER_NETWORK = 5
STRICT_PER_WIDER_NETWORK = 50


def attempts_exhausted(kind: CodeKind, network: str) -> bool:
    """Say whether this network, or the wider one around it, has guessed too often of late."""
    near, wide = _near(kind), _wide(kind)
    counts = Tally.objects.filter(kind__in=(near, wide), at__gte=timezone.now() - WINDOW).aggregate(
        here=Count("pk", filter=Q(kind=near, key_hash=hash_code(kind, network))),
        around=Count("pk", filter=Q(kind=wide, key_hash=hash_code(kind, wider_network(network)))),
        in_all=Count("pk", filter=Q(kind=near)),
    )
    if counts["in_all"] >= MANY_IN_ALL:
        return _is_over(counts, STRICT_PER_NETWORK, STRICT_PER_WIDER_NETWORK)
    here = LIMIT_FOR_ROOMS if kind is CodeKind.ROOM else LIMIT_PER_NETWORK
    return _is_over(counts, here, LIMIT_PER_WIDER_NETWORK)


def _is_over(counts: dict[str, int], here: int, around: int) -> bool:
    return counts["here"] >= here or counts["around"] >= around


def record_failure(kind: CodeKind, network: str) -> None:
    """Remember one failure for a quarter of an hour; the row is gone after a day."""
    Tally.objects.bulk_create(
        [
            Tally(kind=_near(kind), key_hash=hash_code(kind, network)),
            Tally(kind=_wide(kind), key_hash=hash_code(kind, wider_network(network))),
        ]
    )


def _near(kind: CodeKind) -> str:
    return kind.value


def _wide(kind: CodeKind) -> str:
    return f"{kind.value}, wider"

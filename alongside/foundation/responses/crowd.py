"""How many guests may begin from one network: a full hall at once, and no flood (trust 12).

Counted for each network alone. There is no limit on everybody together: with it, one person could
keep the whole country from answering.
"""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from alongside.foundation.accounts.limits import A_DAY, Limit, count_towards, is_reached
from alongside.foundation.history.refusal import Refusal

# A hall of 300 behind one address, and a third more for phones that begin twice.
A_HALL = Limit("begin", 400, timedelta(minutes=15))
# The same hall twice in a day, in one activity.
A_DAY_IN_ONE = Limit("begin one activity", 600, A_DAY)


def refuse_flood(activity_id: int, network: str) -> None:
    """Refuse a network from which more people begin than any hall holds."""
    in_this_one = f"{activity_id} {network}"
    if is_reached(A_HALL, network) or is_reached(A_DAY_IN_ONE, in_this_one):
        raise Refusal(
            "too_many_here",
            _("Very many people began here in a short time. Please try again later."),
            status=429,
        )
    count_towards(A_HALL, network)
    count_towards(A_DAY_IN_ONE, in_this_one)

"""Every write to initiatives: found, proposed, described, decided on."""

from alongside.foundation.initiatives.actions.beginning import (
    found_initiative,
    propose_candidate,
)
from alongside.foundation.initiatives.actions.deciding import decide_initiative
from alongside.foundation.initiatives.actions.describing import describe_initiative

__all__ = ["decide_initiative", "describe_initiative", "found_initiative", "propose_candidate"]

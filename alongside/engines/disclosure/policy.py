"""The numbers a round promises before its first answer, and the tests that use them alone.

A policy is chosen per round and told to people in the notice. It is never loosened afterwards:
a release carries the policy it was made under (`trust.md` D 26, 28 and 29).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from .errors import DisclosureError

LEAST_MINIMUM = 3


@dataclass(frozen=True)
class Policy:
    """How many people it takes before their answers may be shown as a group.

    `minimum` is m: groups of 1 to m - 1 people stay hidden. `unanimous_minimum` is the larger
    number asked for when everybody gave the same answer, because then the group's answer is
    also each member's answer.

    >>> Policy()
    Policy(minimum=5, unanimous_minimum=10)
    >>> Policy(minimum=2)
    Traceback (most recent call last):
    alongside.engines.disclosure.errors.DisclosureError: minimum_too_small (minimum=2, least=3)
    """

    minimum: int = 5
    unanimous_minimum: int = 10

    def __post_init__(self) -> None:
        if self.minimum < LEAST_MINIMUM:
            raise DisclosureError("minimum_too_small", minimum=self.minimum, least=LEAST_MINIMUM)
        if self.unanimous_minimum < self.minimum:
            raise DisclosureError(
                "unanimous_minimum_too_small",
                unanimous_minimum=self.unanimous_minimum,
                least=self.minimum,
            )

    def is_too_few(self, people: int) -> bool:
        """Somebody, but fewer than the minimum. Nobody at all is not too few."""
        return 0 < people < self.minimum

    def is_revealing(self, counts: Sequence[int], people: int) -> bool:
        """Whether this group's answers would say too much about the people in it.

        >>> Policy().is_revealing((2, 2), people=4), Policy().is_revealing((3, 2), people=5)
        (True, False)
        >>> Policy().is_revealing((0, 9), people=9), Policy().is_revealing((0, 10), people=10)
        (True, False)
        >>> Policy().is_revealing((0, 0), people=0)
        False
        """
        if self.is_too_few(people):
            return True
        unanimous = sum(count > 0 for count in counts) == 1
        return unanimous and people < self.unanimous_minimum


def change_may_be_shown(joiners: int, leavers: int, policy: Policy) -> bool:
    """Whether a change between two rounds may be shown, given who came and who went.

    Of the people behind the two figures, those only in the later one (`joiners`) and those only
    in the earlier one (`leavers`) must each be nobody, or at least the minimum: otherwise the
    difference between the rounds is the answer of a few.

    >>> change_may_be_shown(0, 0, Policy()), change_may_be_shown(6, 0, Policy())
    (True, True)
    >>> change_may_be_shown(6, 2, Policy())
    False
    """
    if joiners < 0 or leavers < 0:
        raise DisclosureError("negative_people", joiners=joiners, leavers=leavers)
    return not (policy.is_too_few(joiners) or policy.is_too_few(leavers))

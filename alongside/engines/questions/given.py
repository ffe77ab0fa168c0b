"""The document of a response: answers by name, and what somebody preferred not to say.

A repeated group's name leads to a list of documents, one for each time it was asked. An *address*
names one answer: `age`, or `child/2/age` for the second child.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody answered so far. `declined` holds addresses."""

    document: Mapping[str, Any] = field(default_factory=dict)
    declined: frozenset[str] = frozenset()

    def at(self, address: str) -> Any:
        """The answer at an address, or None."""
        found: Any = self.document
        for step in address.split("/"):
            if isinstance(found, Mapping):
                found = found.get(step)
            elif isinstance(found, Sequence) and not isinstance(found, str):
                found = found[int(step) - 1] if 0 < int(step) <= len(found) else None
            else:
                return None
        return found

    def times(self, address: str) -> int:
        """How often the repeated group at an address was asked."""
        turns = self.at(address)
        return len(turns) if isinstance(turns, (list, tuple)) else 0

    def with_answer(self, address: str, answer: Any, *, declined: bool = False) -> "Given":
        """The same with one more answer, or without it where that is None.

        >>> Given().with_answer("child/2/age", 7).document
        {'child': [{}, {'age': 7}]}
        """
        document = _put(self.document, address.split("/"), answer)
        others = self.declined - {address}
        return Given(document, others | {address} if declined else others)

    def with_turn(self, address: str) -> "Given":
        """The same with a repeated group asked so often (`child/2`), the last time without answers.

        >>> Given().with_turn("child/2").document
        {'child': [{}, {}]}
        """
        # A name that stands in no questionnaire: nothing is put there.
        return Given(_put(self.document, [*address.split("/"), ""], None), self.declined)

    def without_turn(self, address: str) -> "Given":
        """The same without one time of a repeated group (`child/2`); later ones move up."""
        group, _slash, turn = address.rpartition("/")
        turns = list(self.at(group) or ())
        del turns[int(turn) - 1 : int(turn)]
        moved = {_moved_up(one, group, int(turn)) for one in self.declined}
        document = _put(self.document, group.split("/"), turns or None)
        return Given(document, frozenset(moved - {""}))


def _moved_up(address: str, group: str, gone: int) -> str:
    """Return an address as it is after one turn of the group has gone; "" for one within it."""
    if not address.startswith(f"{group}/"):
        return address
    turn, _slash, rest = address.removeprefix(f"{group}/").partition("/")
    if int(turn) == gone:
        return ""
    return f"{group}/{int(turn) - 1}/{rest}" if int(turn) > gone else address


def _put(document: Mapping[str, Any], steps: Sequence[str], answer: Any) -> dict[str, Any]:
    told = dict(document)
    if len(steps) == 1:
        told.pop(steps[0], None)
        if answer is not None:
            told[steps[0]] = answer
        return told
    group, turn = steps[0], int(steps[1])
    turns = [dict(one) for one in told.get(group, [])]
    turns += [{} for _more in range(turn - len(turns))]
    turns[turn - 1] = _put(turns[turn - 1], steps[2:], answer)
    told[group] = turns
    return told

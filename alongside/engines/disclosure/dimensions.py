"""The ways a table is cut: a dimension, its members, and the groups its members may merge into.

Whatever is declared, `TOTAL` is the coarsest member of every dimension.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from .errors import DisclosureError

TOTAL = "*"

type Key = tuple[str, ...]


@dataclass(frozen=True)
class Merge:
    """Members that may be shown as one group when a part of it is too small to stand alone.

    >>> Merge("decide", ("elected", "manager"))
    Merge(label='decide', members=('elected', 'manager'))
    """

    label: str
    members: tuple[str, ...]


@dataclass(frozen=True)
class Dimension:
    """One way of cutting the table, with its members in the order in which they are drawn.

    Merges are tried in the order in which they are declared, so put the narrow before the wide.

    >>> group = Dimension("group", ("elected", "manager", "staff"),
    ...                   (Merge("decide", ("elected", "manager")),))
    >>> group.knows("decide"), group.knows("*"), group.knows("mayor")
    (True, True, False)
    >>> group.released_members((group.merges[0],))
    ('decide', 'staff')
    """

    name: str
    members: tuple[str, ...]
    merges: tuple[Merge, ...] = ()

    def __post_init__(self) -> None:
        labels = [merge.label for merge in self.merges]
        names = [*self.members, *labels, TOTAL]
        if not self.members:
            raise DisclosureError("no_members", dimension=self.name)
        if len(set(names)) < len(names):
            raise DisclosureError("name_used_twice", dimension=self.name)
        for merge in self.merges:
            self._check_merge(merge)

    def _check_merge(self, merge: Merge) -> None:
        if len(set(merge.members)) < 2 or len(set(merge.members)) < len(merge.members):
            raise DisclosureError("merge_needs_two", dimension=self.name, merge=merge.label)
        for member in merge.members:
            if member not in self.members:
                raise DisclosureError("unknown_member", dimension=self.name, member=member)

    def knows(self, name: str) -> bool:
        """Whether the name is a member, the label of a merge, or the total."""
        return name == TOTAL or name in self.members or name in {m.label for m in self.merges}

    def released_members(self, used: Iterable[Merge]) -> tuple[str, ...]:
        """The members as a release shows them, each merge standing where its first member stood."""
        label_of = {member: merge.label for merge in used for member in merge.members}
        return tuple(dict.fromkeys(label_of.get(member, member) for member in self.members))

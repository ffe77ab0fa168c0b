"""The actor: on whose authority something is read or written, and how far that authority reaches.

Made once per request, job or command (`members.actors`), frozen, and passed as `by` to every
action. An actor carries its scope: the permissions it holds, place by place, for today.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

NOTHING: Mapping[int, frozenset[str]] = MappingProxyType({})


class ActorKind(StrEnum):
    """What kind of somebody acts."""

    PERSON = "person"
    SEAT = "seat"  # a guest without an account
    SYSTEM = "system"  # a job or a command of the operator
    ANONYMOUS = "anonymous"


class Channel(StrEnum):
    """Through which door a contribution came; all doors lead into one count."""

    WEB = "web"
    ROOM = "room"
    PHONE = "phone"
    PAPER = "paper"
    INTERVIEWER = "interviewer"


class OnBehalf(StrEnum):
    """In what standing somebody acts for another: these differ in law."""

    HELPER = "helper"
    CARER = "carer"
    ATTORNEY = "attorney"
    GUARDIAN = "guardian"


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who acts, with what they may do where.

    `permissions` maps a place's id to the names of permissions held there today; a place that is
    not in it does not exist for this actor. `persons` maps a place's id to the actor's person
    there. `seat_activity` is the one activity a guest seat may contribute to.
    """

    kind: ActorKind
    id: int | None = None
    channel: Channel = Channel.WEB
    on_behalf_of: OnBehalf | None = None
    permissions: Mapping[int, frozenset[str]] = field(default_factory=lambda: NOTHING)
    persons: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))
    seat_activity: int | None = None
    request_id: str = ""

    @property
    def place_ids(self) -> frozenset[int]:
        """The places whose rows this actor may know of."""
        return frozenset(self.permissions)

    def may(self, permission: str, place_id: int) -> bool:
        """Say whether the permission is held in that place. The system may do everything."""
        if self.kind is ActorKind.SYSTEM:
            return True
        return permission in self.permissions.get(place_id, frozenset())

    def also_allowed(self, place_id: int, permissions: Iterable[str]) -> "Actor":
        """Return the same actor with more permissions in one place.

        For an action that has asked its own rule and calls others which ask theirs.
        """
        held = self.permissions.get(place_id, frozenset()) | frozenset(permissions)
        return replace(self, permissions=MappingProxyType({**self.permissions, place_id: held}))

    def through(self, channel: Channel, on_behalf_of: OnBehalf | None = None) -> "Actor":
        """Return the same actor acting through another channel, or for somebody."""
        return replace(self, channel=channel, on_behalf_of=on_behalf_of)


ANONYMOUS = Actor(ActorKind.ANONYMOUS)


def system_actor(request_id: str = "") -> Actor:
    """Return the actor for jobs and operators' commands."""
    return Actor(ActorKind.SYSTEM, request_id=request_id)

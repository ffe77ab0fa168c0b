"""Every write to members, split by noun."""

from alongside.foundation.members.actions.accepting import accept_invitation
from alongside.foundation.members.actions.admitting import (
    admit_partnership,
    choose_admission,
    decline_partnership,
)
from alongside.foundation.members.actions.inviting import (
    invite_person,
    send_invitation,
    withdraw_invitation,
)
from alongside.foundation.members.actions.links import code_of_link, open_link
from alongside.foundation.members.actions.memberships import choose_ward, end_membership
from alongside.foundation.members.actions.visits import start_visit

__all__ = [
    "accept_invitation",
    "admit_partnership",
    "choose_admission",
    "choose_ward",
    "code_of_link",
    "decline_partnership",
    "end_membership",
    "invite_person",
    "open_link",
    "send_invitation",
    "start_visit",
    "withdraw_invitation",
]

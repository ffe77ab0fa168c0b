"""Every write to consent, split by noun."""

from alongside.foundation.consent.actions.erasing import (
    erase_account,
    erase_member,
    erase_person,
    erase_seat,
    replay_tombstones,
)
from alongside.foundation.consent.actions.helping import offer_help
from alongside.foundation.consent.actions.joining import join_activity, pseudonym_of
from alongside.foundation.consent.actions.telling import give_notice

__all__ = [
    "erase_account",
    "erase_member",
    "erase_person",
    "erase_seat",
    "give_notice",
    "join_activity",
    "offer_help",
    "pseudonym_of",
    "replay_tombstones",
]

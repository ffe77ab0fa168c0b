"""Every write of the network."""

from alongside.learning.network.actions.care import block, report, settle_reports, unblock
from alongside.learning.network.actions.circles import join_circle, leave_circle, make_circle
from alongside.learning.network.actions.profiles import keep_profile, withdraw_profile
from alongside.learning.network.actions.topics import (
    Words,
    accept_answer,
    answer_topic,
    open_topic,
    reopen_topic,
    settle_topic,
)

__all__ = [
    "Words",
    "accept_answer",
    "answer_topic",
    "block",
    "join_circle",
    "keep_profile",
    "leave_circle",
    "make_circle",
    "open_topic",
    "reopen_topic",
    "report",
    "settle_reports",
    "settle_topic",
    "unblock",
    "withdraw_profile",
]

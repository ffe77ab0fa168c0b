"""What somebody who tries the example needs to know: where to look, and as whom."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

PASSWORD = "walk-alongside-us"  # noqa: S105 - known to everyone, and refused in production
STORY = Path(__file__).parent / "story"


class SignIn(NamedTuple):
    """An account of the example: address, password, and who that is."""

    email: str
    password: str
    words: str


@dataclass(frozen=True, slots=True)
class DemoSummary:
    """What the example holds. `is_new` is false when it was there already."""

    is_new: bool
    addresses: tuple[tuple[str, str], ...]  # what is there, path
    sign_ins: tuple[SignIn, ...]


@cache
def story(name: str) -> dict[str, Any]:
    """Return a part of the story, such as "strathmuir"."""
    return tomllib.loads((STORY / f"{name}.toml").read_text(encoding="utf-8"))


SIGN_INS = tuple(
    SignIn(one["email"], PASSWORD, one["words"]) for one in story("people")["sign_ins"]
)
ADDRESSES = (
    ("The first page", "/"),
    ("Strathmuir, as residents see it", "/strathmuir/"),
    (
        "An open map to answer, without an account",
        "/strathmuir/answer/a-closer-look-at-three-services/",
    ),
    ("Ideas to rate now, without an account", "/strathmuir/rate/ideas-for-the-spring/"),
    ("What a street is asked, one question at a time", "/strathmuir/ask/what-our-street-has/"),
    ("Strathmuir's board", "/strathmuir/workspace/"),
    (
        "What came first in Strathmuir",
        "/strathmuir/workspace/priorities/what-comes-first-this-winter/results/",
    ),
    ("Glenbeg's board: too few people for some figures", "/glenbeg/workspace/"),
    ("What the nation sees of its partnerships", "/caldonia/national/"),
    ("The network, with a question that was answered (sign in first)", "/learn/network/"),
    ("Events: one to book, one that is full", "/learn/events/"),
    ("Innisfad's board: nothing has begun", "/innisfad/workspace/"),
)


def members_with_account(slug: str) -> frozenset[str]:
    """Return the keys of the respondents in a partnership who can sign in."""
    return frozenset(
        f"{slug}-{one['group']}-{one['number']}"
        for one in story("people")["sign_ins"]
        if one["place"] == slug and "number" in one
    )

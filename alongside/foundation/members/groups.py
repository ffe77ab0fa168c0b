"""What the four groups are called, in a place's own words."""

from collections.abc import Iterable

from alongside.foundation.members.models import Group
from alongside.foundation.places.vocabulary import Words

# Elected members go by the word for councillors, which a place may change like any other.
TERMS = {
    Group.ELECTED: "councillor",
    Group.MANAGER: "manager",
    Group.STAFF: "staff",
    Group.RESIDENT: "resident",
}


def group_name(words: Words, group: str, *, starts: bool = False) -> str:
    """Return the plural name of a group, at the start of a sentence with a capital."""
    key = f"{TERMS[Group(group)]}_plural"
    return words[f"{key}_start" if starts else key]


def group_names(words: Words, groups: Iterable[str]) -> list[str]:
    """Return the names of several groups in their usual order; keys that are none are left out."""
    given = set(groups)
    return [group_name(words, group) for group in TERMS if group in given]

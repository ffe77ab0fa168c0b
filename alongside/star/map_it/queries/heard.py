"""What is said of each group: how many were heard, and how it is shown."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.foundation.members.groups import group_name
from alongside.foundation.members.models import Group
from alongside.foundation.places.vocabulary import Words

People = Mapping[str, Mapping[str, Any]]


def group_names(words: Words) -> dict[str, str]:
    """Return what each group is called here, merged groups included."""
    return {
        **{group: group_name(words, group) for group in Group.values},
        "decide": _("those who decide"),
        "all": _("everyone together"),
    }


def group_sentences(
    people: People,
    words: Words,
    *,
    minimum: int = 5,
    only_missing: bool = False,
    says_why: bool = False,
) -> list[str]:
    """Say of each group how many were heard, and how it is shown.

    With `says_why`, a last sentence explains what can keep a group of enough people hidden.
    """
    names = group_names(words)
    told = [_sentence(people[key], names[key], minimum=minimum) for key in Group.values]
    shown = [
        sentence
        for key, sentence in zip(Group.values, told, strict=True)
        if not (only_missing and _is_shown_alone(people[key]))
    ]
    is_puzzling = any(_is_protected(people[key], minimum) for key in Group.values)
    return [*shown, _why_protected()] if says_why and is_puzzling else shown


def _is_shown_alone(group: Mapping[str, Any]) -> bool:
    return group["state"] not in ("none", "too_few") and not group["into"]


def _is_protected(group: Mapping[str, Any], minimum: int) -> bool:
    """A group can also stay hidden for another's sake: then "too few" would be untrue."""
    return group["state"] == "too_few" and group["answered"] >= minimum


def _sentence(group: Mapping[str, Any], name: str, *, minimum: int) -> str:
    count = str(group["answered"])
    if group["asked"]:
        count = _("%(answered)s of %(asked)s") % {"answered": count, "asked": group["asked"]}
    named = group.get("by_name", 0)
    if group["state"] == "none" and named:
        text = _("No %(group)s answered in confidence.")
    elif group["state"] == "none":
        text = _("No %(group)s have answered yet.")
    elif _is_protected(group, minimum):
        text = _("%(count)s %(group)s answered; not shown, to protect people's answers.")
    elif group["state"] == "too_few":
        text = _("%(count)s %(group)s answered; too few to show.")
    elif group["into"]:
        text = _("%(count)s %(group)s answered; shown together as “those who decide”.")
    else:
        text = _("%(count)s %(group)s answered.")
    return text % {"group": name, "count": count} + _by_name(named)


def _by_name(count: int) -> str:
    """Say how many stand beside the figures with their names, and so aren't counted in them."""
    if not count:
        return ""
    words = ngettext(
        "%(n)s stands on the record, by name.", "%(n)s stand on the record, by name.", count
    )
    return f" {words % {'n': count}}"


def _why_protected() -> str:
    """The general reason, of no group in particular: more would tell something about answers."""
    return _(
        "Why is a group not shown although enough of its people answered? Taken from the figures "
        "of all together, its own could leave those of very few. Or its people were of one mind, "
        "and everybody would know what each of them said."
    )

"""From one state to the next, as a room's table of verbs says, however often somebody presses."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.refusal import Refusal

Transitions = Mapping[tuple[str, str], str]


def moved_meanwhile() -> Refusal:
    """The refusal for what somebody else has changed since the page was loaded."""
    return Refusal(
        "moved_meanwhile",
        _("This can't be done any more: something has changed meanwhile."),
        status=409,
        next_step=_("Go back and look at how it stands."),
    )


def next_state(transitions: Transitions, state: str, verb: str) -> str | None:
    """Return the state to which the verb leads; nothing where it has led there already.

    Refused where it leads nowhere from here.

    >>> table = {("draft", "publish"): "published"}
    >>> next_state(table, "draft", "publish")
    'published'
    >>> next_state(table, "published", "publish")
    """
    following = transitions.get((state, verb))
    if following is not None:
        return following
    if state in {after for (_from, done), after in transitions.items() if done == verb}:
        return None
    raise moved_meanwhile()

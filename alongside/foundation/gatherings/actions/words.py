"""Sentences of refusal that several actions share."""

from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.refusal import Refusal

NOT_ALLOWED = _("Your role here doesn't prepare events.")


def moved_meanwhile() -> Refusal:
    """The refusal for what somebody else has changed since the page was loaded."""
    return Refusal(
        "moved_meanwhile",
        _("This can't be done any more: something has changed meanwhile."),
        status=409,
        next_step=_("Go back and look at how it stands."),
    )

"""What somebody tells of themselves: kept with what they were told first, and deleted at a press."""

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from alongside.foundation.consent.actions import give_notice
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import system_actor
from alongside.learning.network.here import Here
from alongside.learning.network.models import Profile


@transaction.atomic
def keep_profile(
    here: Here, *, name: str, who_i_am: str, can_help_with: str, looking_for: str, in_picture: bool
) -> Profile:
    """Tell others who one is; only what one chose, and until one withdraws it."""
    notice = give_notice(
        here.nation,
        kind="network_profile",
        who_sees=_("Members of all partnerships here, when they are signed in. Nobody else."),
        text=_(
            "You choose what you tell, and can change it or take yourself out at any time; then it "
            "is deleted. What you wrote in discussions stays until you take it back."
        ),
        by=system_actor(),
    )
    here.author.name = name
    here.author.save(update_fields=["name"])
    profile, is_new = Profile.objects.in_place(here.nation).update_or_create(
        author=here.author,
        defaults={
            "place": here.nation,
            "who_i_am": who_i_am,
            "can_help_with": can_help_with,
            "looking_for": looking_for,
            "in_picture": in_picture,
            "notice": notice,
        },
        create_defaults={
            "place": here.nation,
            "short_name": _free_name(here, name),
            "who_i_am": who_i_am,
            "can_help_with": can_help_with,
            "looking_for": looking_for,
            "in_picture": in_picture,
            "notice": notice,
        },
    )
    verb = "make_profile" if is_new else "change_profile"
    record_event(verb, profile, by=here.by, place_id=here.nation.pk)
    return profile


@transaction.atomic
def withdraw_profile(here: Here) -> None:
    """Take oneself out of the directory; what one told there is deleted."""
    profile = Profile.objects.in_place(here.nation).filter(author=here.author).first()
    if profile is not None:
        record_event("withdraw_profile", profile, by=here.by, place_id=here.nation.pk)
        profile.delete()


def _free_name(here: Here, name: str) -> str:
    """A short name that nobody has yet."""
    begin = slugify(name)[:30].strip("-") or "member"
    taken = set(
        Profile.objects.in_place(here.nation)
        .filter(short_name__startswith=begin)
        .values_list("short_name", flat=True)
    )
    return next(
        short_name
        for number in range(1, len(taken) + 2)
        if (short_name := begin if number == 1 else f"{begin}-{number}") not in taken
    )

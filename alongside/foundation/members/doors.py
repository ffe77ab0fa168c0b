"""The doors of the site, under the name by which rooms above `places` know them."""

from alongside.foundation.places.doors import (
    View,
    at_the_front,
    for_account_holders,
    in_workspace,
    open_to_everyone,
)

__all__ = [
    "View",
    "at_the_front",
    "for_account_holders",
    "in_workspace",
    "open_to_everyone",
]

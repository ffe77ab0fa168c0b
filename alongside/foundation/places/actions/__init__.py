"""Every write to places, split by noun."""

from alongside.foundation.places.actions.place import (
    edit_place,
    open_nation,
    open_partnership,
    rename_slug,
)
from alongside.foundation.places.actions.reference import load_reference_areas
from alongside.foundation.places.actions.service import (
    add_organisation,
    add_service,
    change_service,
    end_service,
)
from alongside.foundation.places.actions.vocabulary import choose_term, drop_term

__all__ = [
    "add_organisation",
    "add_service",
    "change_service",
    "choose_term",
    "drop_term",
    "edit_place",
    "end_service",
    "load_reference_areas",
    "open_nation",
    "open_partnership",
    "rename_slug",
]

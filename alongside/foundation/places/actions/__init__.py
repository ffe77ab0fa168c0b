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
from alongside.foundation.places.actions.ward import (
    ToldWard,
    add_wards,
    change_ward,
    end_ward,
    problems_with_wards,
    remove_ward,
)

__all__ = [
    "ToldWard",
    "add_organisation",
    "add_service",
    "add_wards",
    "change_service",
    "change_ward",
    "choose_term",
    "drop_term",
    "edit_place",
    "end_service",
    "end_ward",
    "load_reference_areas",
    "open_nation",
    "open_partnership",
    "problems_with_wards",
    "remove_ward",
    "rename_slug",
]

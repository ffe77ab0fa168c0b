"""Forms of initiatives: describe one, decide on one, filter the list."""

from alongside.foundation.initiatives.forms.deciding import DecisionForm
from alongside.foundation.initiatives.forms.describing import InitiativeForm, co_choices, initial_of
from alongside.foundation.initiatives.forms.filtering import FilterForm

__all__ = ["DecisionForm", "FilterForm", "InitiativeForm", "co_choices", "initial_of"]

"""Ready-to-show blocks of initiatives: pages and lists, a table, what happens in one ward."""

from alongside.foundation.initiatives.panels.pages import (
    initiative_card,
    initiative_parts,
    tally,
)
from alongside.foundation.initiatives.panels.table import initiative_table
from alongside.foundation.initiatives.panels.wards import ward_panel

__all__ = ["initiative_card", "initiative_parts", "initiative_table", "tally", "ward_panel"]

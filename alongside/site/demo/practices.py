"""The national index of practice: real examples with their source, readable by every partnership.

The one part of the example that isn't invented; each entry says where it comes from.
"""

from alongside.foundation.places.models import Place
from alongside.foundation.practices.importing import import_practices
from alongside.foundation.practices.reference import NATIONAL_PRACTICES


def load_national_practices(nation: Place) -> None:
    """Bring the restated examples into the nation's index, as an operator would."""
    import_practices(NATIONAL_PRACTICES, nation.slug)

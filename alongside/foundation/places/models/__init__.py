"""Tables of places, split by noun."""

from alongside.foundation.places.models.place import FormerSlug, Place, PlaceArea
from alongside.foundation.places.models.reference import (
    CouncilArea,
    HealthBoard,
    IntegrationAuthority,
)
from alongside.foundation.places.models.service import Organisation, Service
from alongside.foundation.places.models.vocabulary import Term

__all__ = [
    "CouncilArea",
    "FormerSlug",
    "HealthBoard",
    "IntegrationAuthority",
    "Organisation",
    "Place",
    "PlaceArea",
    "Service",
    "Term",
]

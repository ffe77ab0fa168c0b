"""Tables of places, split by noun."""

from alongside.foundation.places.models.place import FormerSlug, Place, PlaceArea
from alongside.foundation.places.models.reference import (
    CouncilArea,
    HealthBoard,
    IntegrationAuthority,
)
from alongside.foundation.places.models.service import Organisation, Service
from alongside.foundation.places.models.vocabulary import Term
from alongside.foundation.places.models.ward import EVERYWHERE, Ward

__all__ = [
    "EVERYWHERE",
    "CouncilArea",
    "FormerSlug",
    "HealthBoard",
    "IntegrationAuthority",
    "Organisation",
    "Place",
    "PlaceArea",
    "Service",
    "Term",
    "Ward",
]

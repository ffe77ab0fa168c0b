"""Tables of the case library, split by noun."""

from alongside.learning.case_studies.models.case import CaseContact, CaseReminder, CaseStudy
from alongside.learning.case_studies.models.collection import Booklet, CollectedCase, Collection
from alongside.learning.case_studies.models.published import CaseLabel, Likeness, PublishedCase
from alongside.learning.case_studies.models.text import (
    PAGES,
    TOLD,
    CaseText,
    Evidence,
    Outcome,
    Permission,
    Scale,
)

__all__ = [
    "PAGES",
    "TOLD",
    "Booklet",
    "CaseContact",
    "CaseLabel",
    "CaseReminder",
    "CaseStudy",
    "CaseText",
    "CollectedCase",
    "Collection",
    "Evidence",
    "Likeness",
    "Outcome",
    "Permission",
    "PublishedCase",
    "Scale",
]

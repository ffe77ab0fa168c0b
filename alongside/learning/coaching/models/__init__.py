"""Tables of coaching, by noun."""

from alongside.learning.coaching.models.course import Cohort, Course, CourseDay
from alongside.learning.coaching.models.pairing import Note, Pairing
from alongside.learning.coaching.models.plan import BookedDay, LookBack, Plan, PlannedAction

__all__ = [
    "BookedDay",
    "Cohort",
    "Course",
    "CourseDay",
    "LookBack",
    "Note",
    "Pairing",
    "Plan",
    "PlannedAction",
]

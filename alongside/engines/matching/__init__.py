"""Match people who give with roles that need somebody: suggestions both ways, with reasons.

From what people said they can and would like to do, and what roles need, the engine says which
matches are possible, what each is worth by weights that anyone can read, and why; for the others,
which musts fail. It lists the best few for each side, and finds the best whole plan. All of it is a
suggestion: a person always decides, and no result is a mark of anybody (decision 0041).

- `sides`: what is known of people and roles, and nothing else. `policy`: the weights.
- `reasons`: why one person and one role fit or don't, as codes with numbers.
- `packed`, `near`, `edges`: the same for all of them at once.
- `shortlists`: the best few for each person and each role.
- `assignment`, `plan`: the best whole plan, exact. `ties`: what settles between equals.
- `explanation`: why a plan is as it is, and what would have to change.

There is no clock, no network and no chance in it: a seed only settles ties. It logs nothing.

Source: method, "Capabilities Assessment"; decisions on engines, 4; decision 0041.
"""

from .edges import Edges, edges
from .errors import MatchingError
from .explanation import EmptyPlaces, Explanation, Why, WithoutRole, explain
from .plan import Assignment, Plan, Share, solve
from .policy import Policy
from .reasons import BARS, PARTS, Bar, Judged, Part, judge
from .shortlists import people_for_roles, roles_for_people
from .sides import Book, Giver, Role

VERSION = "1"
"""Stored beside every result; changes whenever the same book would give another plan."""

__all__ = [
    "BARS",
    "PARTS",
    "VERSION",
    "Assignment",
    "Bar",
    "Book",
    "Edges",
    "EmptyPlaces",
    "Explanation",
    "Giver",
    "Judged",
    "MatchingError",
    "Part",
    "Plan",
    "Policy",
    "Role",
    "Share",
    "Why",
    "WithoutRole",
    "edges",
    "explain",
    "judge",
    "people_for_roles",
    "roles_for_people",
    "solve",
]

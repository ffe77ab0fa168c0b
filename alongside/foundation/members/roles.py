"""Roles and permissions as one table: what is enforced is what the page on roles shows.

Permissions are named `<noun>.<verb>`. Whoever changes this table changes who may do what. Names may
hold words that a partnership chooses (`{resident_singular}`): `called` fills them in.
"""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.foundation.places.vocabulary import Words as Vocabulary
from alongside.foundation.places.vocabulary import fill

Words = Any  # a text or a lazily translated text


@dataclass(frozen=True, slots=True)
class Permission:
    """One thing that can be allowed."""

    key: str
    words: Words

    def told(self, words: Vocabulary) -> str:
        """What it allows, in a place's own words."""
        return fill(str(self.words), words)


@dataclass(frozen=True, slots=True)
class Role:
    """A role that somebody holds in a place."""

    key: str
    name: Words
    purpose: Words
    permissions: frozenset[str]
    is_staff: bool = False  # needs a second factor in production
    in_nation: bool = False  # held in the nation, not in a partnership

    def called(self, words: Vocabulary) -> str:
        """What the role is called, in a place's own words."""
        return fill(str(self.name), words)


PERMISSIONS = MappingProxyType(
    {
        permission.key: permission
        for permission in (
            Permission("workspace.see", _("see the workspace: board, results, activities")),
            Permission("place.edit", _("change the partnership's services, words and contact")),
            Permission("members.see", _("see who the members are")),
            Permission("members.invite", _("invite people and end memberships")),
            Permission("round.edit", _("prepare, open and close a map")),
            Permission(
                "round.answer",
                _("answer as a {staff_singular}, {manager_singular} or {councillor_singular}"),
            ),
            Permission("round.enter", _("enter answers for a room or from paper")),
            Permission("round.see_results", _("see released results")),
            Permission("round.publish", _("share results with the national team or the public")),
            Permission("round.sign_off", _("sign off, or dissent, before results are shared")),
            Permission("room.hold", _("prepare and hold a room: open its door, reveal, ask again")),
            Permission("questionnaire.edit", _("put questions together, and open and close them")),
            Permission("initiative.edit", _("describe activities and what became of them")),
            Permission("comments.moderate", _("show and remove comments, and answer appeals")),
            Permission("enquiry.answer", _("read and answer what people write to the place")),
            Permission("gathering.run", _("prepare events, see who comes, and sign people in")),
            Permission("course.run", _("prepare courses, see who joins, and find them coaches")),
            Permission("practice.import", _("bring practice and services in from a file")),
            Permission("story.write", _("write for the blog, and send posts for review")),
            Permission("story.publish", _("publish posts, and keep topics, series and authors")),
            Permission("case.write", _("write case studies, and keep them right")),
            Permission("case.submit", _("send a case study to the national team, or take it back")),
            Permission("history.see", _("see who did what, without values")),
            Permission("national.see_shared", _("see what partnerships share with the nation")),
            Permission("partnership.admit", _("say yes or no to new partnerships")),
            Permission(
                "practice.publish",
                _("read cases that were sent in, send them back or publish them"),
            ),
            Permission("collection.edit", _("put cases together in collections")),
            Permission("coaching.arrange", _("put an associate at a partnership's side")),
            Permission("visit.make", _("visit a partnership for a stated reason, for 8 hours")),
        )
    }
)

_SEE = {"workspace.see", "round.see_results"}
_RUN = _SEE | {
    "members.see", "round.enter", "room.hold", "initiative.edit", "comments.moderate",
    "story.write", "case.write", "gathering.run", "course.run", "enquiry.answer",
    "questionnaire.edit",
}  # fmt: skip

ROLES = MappingProxyType(
    {
        role.key: role
        for role in (
            Role(
                "lead",
                _("programme lead"),
                _("runs the programme: prepares, invites, publishes"),
                frozenset(
                    _RUN
                    | {
                        "place.edit",
                        "members.invite",
                        "round.edit",
                        "round.answer",
                        "round.publish",
                        "round.sign_off",
                        "practice.import",
                        "story.publish",
                        "case.submit",
                        "history.see",
                    }
                ),
                is_staff=True,
            ),
            Role(
                "facilitator",
                _("facilitator"),
                _("holds rooms, enters answers from tables and paper"),
                frozenset(_RUN | {"round.answer"}),
                is_staff=True,
            ),
            Role(
                "resident_lead",
                _("{resident_singular} co-lead"),
                _("leads together with the programme lead; signs off what is shared"),
                frozenset(
                    _SEE
                    | {
                        "round.answer",
                        "round.sign_off",
                        "initiative.edit",
                        "members.see",
                        "story.write",
                        "comments.moderate",
                        "case.write",
                        "case.submit",
                    }
                ),
            ),
            Role(
                "contributor",
                _("contributor"),
                _("answers, and sees the results"),
                frozenset(_SEE | {"round.answer"}),
            ),
            Role(
                "viewer",
                _("viewer"),
                _("sees the results"),
                frozenset(_SEE),
            ),
            Role(
                "national_lead",
                _("national lead"),
                _("says yes to new partnerships; sees what they chose to share, never rows"),
                frozenset(
                    {
                        "national.see_shared",
                        "partnership.admit",
                        "gathering.run",
                        "room.hold",
                        "course.run",
                        "coaching.arrange",
                        "comments.moderate",
                        "enquiry.answer",
                        "story.write",
                        "story.publish",
                        "practice.publish",
                        "collection.edit",
                    }
                ),
                is_staff=True,
                in_nation=True,
            ),
            Role(
                "national_associate",
                _("national associate"),
                _("supports the partnerships that invited them; row access is a visit"),
                frozenset(
                    {
                        "national.see_shared",
                        "visit.make",
                        "gathering.run",
                        "room.hold",
                        "course.run",
                        "story.write",
                        "practice.publish",
                        "collection.edit",
                    }
                ),
                is_staff=True,
                in_nation=True,
            ),
        )
    }
)

# What nobody is allowed, whatever their role; shown beside the table.
NEVER = (
    _("No lead or manager sees what one colleague answered in a confidential map."),
    _("The national team never sees the answers of single people."),
)

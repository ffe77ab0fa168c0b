"""Blocks ready to be shown: topics as cards, what was said below one, the people of the directory."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.foundation.discussions.models import Author
from alongside.foundation.discussions.panels import Line, line_of
from alongside.foundation.discussions.rules import is_by
from alongside.learning.network import rules
from alongside.learning.network.here import Here
from alongside.learning.network.mentions import linked
from alongside.learning.network.models import Profile, Topic
from alongside.learning.network.queries.topics import Talk


def topic_cards(topics: Iterable[Topic]) -> list[dict[str, Any]]:
    """Return topics as cards: what it is, by whom, how many answers."""
    return [_topic_card(topic) for topic in topics]


def _topic_card(topic: Topic) -> dict[str, Any]:
    count: int = getattr(topic, "answer_count", 0)
    day = date_format(localtime(topic.spoken_at), "j F Y")
    facts = [by_line(topic.opening.author)]
    facts.append(ngettext("%(n)s answer", "%(n)s answers", count) % {"n": count})
    facts.append(_("last on %(day)s") % {"day": day})
    if topic.circle is not None:
        facts.append(_("in %(circle)s") % {"circle": topic.circle.name})
    return {
        "title": topic.title,
        "url": reverse("network:topic", args=[topic.public_id]),
        "tag": _state_of(topic),
        "facts": facts,
    }


def _state_of(topic: Topic) -> str:
    if topic.accepted_id is not None:
        return _("%(kind)s, answered") % {"kind": topic.get_kind_display()}
    if topic.settled_at is not None:
        return _("%(kind)s, settled") % {"kind": topic.get_kind_display()}
    return str(topic.get_kind_display())


def by_line(author: Author | None) -> str:
    """Return somebody's name with their partnership."""
    if author is None:
        return _("a former participant")
    of = author.person.place.name if author.person else ""
    return f"{author.name}, {of}" if of else author.name


def talk_rows(topic: Topic, talk: Talk, here: Here | None) -> list[dict[str, Any]]:
    """Return what was said below a topic, with what its reader may do; the opening words first."""
    rows = []
    for comment in talk.comments:
        line = line_of(comment)
        shown = Line(comment, line.name, line.of, linked(line.html, talk.addresses))
        profile = getattr(comment.author, "profile", None) if comment.author and here else None
        rows.append(
            {
                "line": shown,
                "is_opening": comment.pk == topic.opening_id,
                "is_accepted": comment.pk == topic.accepted_id,
                "is_blocked": comment.author_id in talk.blocked,
                "short_name": profile.short_name if profile else "",
                **_may(topic, comment, here),
            }
        )
    return rows


def _may(topic: Topic, comment: Any, here: Here | None) -> dict[str, bool]:
    if here is None:
        return {"may_accept": False, "may_report": False, "is_mine": False}
    accepts = rules.can_accept_answer(here.by, topic, comment)
    return {
        "may_accept": accepts and topic.is_open,
        "may_report": rules.can_report_comment(here.by, comment),
        "is_mine": is_by(here.by, comment.author),
    }


def profile_cards(profiles: Iterable[Profile]) -> list[dict[str, Any]]:
    """Return people as cards."""
    return [
        {
            "title": profile.author.name,
            "url": reverse("network:profile", args=[profile.short_name]),
            "short_name": profile.short_name,
            "of": profile.author.person.place.name if profile.author.person else "",
            "profile": profile,
        }
        for profile in profiles
    ]

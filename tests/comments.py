"""Comments below an activity of a partnership, in every state that a page shows differently."""

import uuid

from alongside.foundation.accounts.signs import Signs
from alongside.foundation.discussions.actions import Draft, appeal, make_move, open_comments, say
from alongside.foundation.discussions.kinds import subject_at
from alongside.foundation.discussions.models import Comment
from alongside.foundation.history.actor import ANONYMOUS, Actor
from alongside.foundation.initiatives.models import Initiative
from alongside.foundation.members.actors import actor_of_user
from alongside.foundation.members.models import Person
from alongside.foundation.places.models import Place

UNHURRIED = Signs(seconds=60)


def told(text: str, name: str = "Nan", email: str = "") -> Draft:
    """What somebody typed."""
    return Draft(text, name, "en-gb", uuid.uuid4(), email)


def public_activity(place: Place) -> str:
    """The key of the first activity that everybody may read."""
    found = Initiative.objects.in_place(place).filter(is_public=True).earliest("pk")
    return str(found.pk)


def comment_on(
    key: str,
    text: str,
    *,
    by: Actor = ANONYMOUS,
    signs: Signs = UNHURRIED,
    network: str = "192.0.2.1",
    email: str = "",
) -> Comment:
    """Say something below an activity."""
    subject = subject_at("activity", key)
    assert subject is not None
    draft = told(text, email=email)
    said = say(subject, "activity", key, draft=draft, signs=signs, network=network, by=by)
    return said.comment


def furnish_comments(place: Place, words: str, *, by: Actor) -> dict[str, str]:
    """One shown, one that waits, one suspect; a member's own that was removed, one appealed."""
    open_comments(place, kind="activity", is_open=True, by=by)
    key = public_activity(place)
    first = Person.objects.in_place(place).select_related("user").earliest("pk")
    assert first.user is not None
    member = actor_of_user(first.user)
    shown = comment_on(key, f"We all come on Fridays, {words}")
    make_move(shown, "show", by=by)
    comment_on(key, f"Cheap pills here, {words}", signs=Signs(seconds=1))
    own = comment_on(key, f"A first attempt at it, {words}", by=member)
    make_move(own, "remove", reason="elsewhere", words=f"Not here, {words}", by=by)
    appealed = comment_on(key, f"They promised us more, {words}", by=member)
    make_move(appealed, "remove", reason="elsewhere", by=by)
    appeal(appealed, words=f"It is about this, {words}", by=member)
    waiting = comment_on(key, f"Where does it happen, {words}?")
    return {
        "page_kind": "activity",
        "commented": key,
        "comment": str(waiting.public_id),
        "appealed": str(appealed.public_id),
        "of_ann": str(own.public_id),
    }

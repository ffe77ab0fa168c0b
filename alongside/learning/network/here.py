"""The door of the network: members of the nation's partnerships come in, each as one author."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from alongside.foundation.discussions.actions import author_of_person, person_who_writes
from alongside.foundation.discussions.models import Author
from alongside.foundation.discussions.rules import can_moderate
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.places.models import Place


@dataclass(frozen=True, slots=True)
class Here:
    """Whose network it is, and who has come in."""

    nation: Place
    by: Actor
    author: Author
    partnerships: list[int]  # those of the nation in which they are a member

    @property
    def places(self) -> list[int]:
        """Where what they read lies: in the nation, and in their own partnerships' spaces."""
        return [self.nation.pk, *self.partnerships]

    @property
    def looks_after(self) -> list[int]:
        """Those of these places where they moderate."""
        return [pk for pk in self.places if can_moderate(self.by, pk)]


View = Callable[..., HttpResponse]


def in_network(view: View) -> View:
    """Let members of any partnership of a nation in, and its own people; called with `Here`."""

    @wraps(view)
    def door(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        here = here_of(request.actor)  # type: ignore[attr-defined]
        if here is None:
            raise Refusal("not_a_member", _("The network is for members of partnerships."))
        request.is_example_network = here.nation.is_example  # type: ignore[attr-defined]
        return view(request, here, **kwargs)

    door.permission = None  # type: ignore[attr-defined]
    return door


def here_of(by: Actor) -> Here | None:
    """Return the network that somebody is in: that of the nation where they have been longest."""
    in_use = (Place.State.ACTIVE, Place.State.LEAVING)
    own = Place.objects.filter(pk__in=list(by.persons), state__in=in_use).order_by("pk")
    places = list(own.select_related("nation"))
    nations = [place.nation or place for place in places]
    if not nations:
        return None
    nation = nations[0]
    person_id = person_who_writes(by, nation)
    if person_id is None:
        return None
    mine = [place.pk for place in places if place.nation_id == nation.pk]
    return Here(nation, by, author_of_person(person_id), mine)

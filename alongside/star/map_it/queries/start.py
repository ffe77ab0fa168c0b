"""What the hour's path needs to know: is there a nation to start in, and what was started before."""

from dataclasses import dataclass

from alongside.foundation.history.actor import Actor
from alongside.foundation.places.admission import admission_in
from alongside.foundation.places.models import CouncilArea, Place
from alongside.star.map_it.models import Round


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a new partnership would stand: in this nation, in one yet to be named, or nowhere."""

    nation: Place | None
    is_closed: bool
    needs_yes: bool = False  # a national lead says yes before people are asked

    @property
    def asks_for_nation(self) -> bool:
        """Whether this installation is so new that its nation has no name yet."""
        return self.nation is None and not self.is_closed


def ground() -> Ground:
    """Return where partnerships start here. One query.

    Where somebody has to say yes and there is no nation yet, there is nobody to say it.
    """
    nations = list(Place.objects.filter(kind=Place.Kind.NATION).order_by("is_example", "pk"))
    nation = next((one for one in nations if one.is_writable), None)
    needs_yes = admission_in(nation) == Place.Admission.APPROVAL
    is_closed = nation is None and (bool(nations) or needs_yes)
    return Ground(nation, is_closed, needs_yes)


def areas_to_choose() -> list[tuple[str, str]]:
    """Return the council areas by name, each with its code."""
    return list(CouncilArea.objects.values_list("code", "name"))


def is_address_taken(slug: str) -> bool:
    """Whether a place has this address, or once had it."""
    return (
        Place.objects.filter(slug=slug).exists()
        or Place.objects.filter(former_slugs__slug=slug).exists()
    )


def started_by(actor: Actor) -> list[Round]:
    """Return the first looks that the actor runs, newest first. One query."""
    places = [pk for pk in actor.place_ids if actor.may("round.edit", pk)]
    if not places:
        return []
    rounds = Round.objects.visible_to(actor).filter(place__in=places, is_provisional=True)
    return list(rounds.select_related("place").newest_first())


def round_begun_here(place: Place) -> Round | None:
    """Return the first look with which a place started."""
    rounds = Round.objects.in_place(place).filter(is_provisional=True)
    return rounds.select_related("place", "activity").order_by("pk").first()

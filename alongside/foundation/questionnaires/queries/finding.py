"""Find questionnaires, what they ask, and when they take answers."""

from datetime import datetime, timedelta

from django.db.models import QuerySet

from alongside.engines.questions.contents import Questionnaire as Contents
from alongside.engines.questions.contents import from_document
from alongside.foundation.history.actor import Actor
from alongside.foundation.places.models import Place
from alongside.foundation.places.slugs import free_slug_among
from alongside.foundation.prepared.reads import Given, prepared
from alongside.foundation.questionnaires.models import Questionnaire, Version
from alongside.foundation.responses.window import Window

# Addresses beside those of the questionnaires themselves; a test compares them with `urls`.
RESERVED_SLUGS = frozenset({"new"})
KIND = "questionnaire"


@prepared
def _questionnaire_at() -> QuerySet[Questionnaire]:
    found = Questionnaire.objects.in_place(Given("place")).filter(slug=Given("slug"))
    return found.select_related("activity__notice")[:1]


def find_questionnaire(place: Place, slug: str) -> Questionnaire | None:
    """Return a questionnaire of a place that the caller was let into, with its activity."""
    found = _questionnaire_at.first(place=place.pk, slug=slug)
    return settled(found, place) if found else None


def settled(found: Questionnaire, place: Place) -> Questionnaire:
    """Let questionnaire and activity know their place, so that nobody asks for it again."""
    found.place = found.activity.place = place
    return found


def questionnaires_of(place: Place, actor: Actor) -> QuerySet[Questionnaire]:
    """Return the questionnaires that the actor may know of, the newest first."""
    found = Questionnaire.objects.visible_to(actor).filter(place=place)
    return found.select_related("activity").newest_first()


def newest_version(questionnaire: Questionnaire) -> Version:
    """Return what is asked of those who begin now."""
    versions = Version.objects.in_place(questionnaire.place).filter(questionnaire=questionnaire)
    return versions.latest("number")


def contents_of(version: Version) -> Contents:
    """Return what a version asks."""
    return from_document(version.content)


def window_of(questionnaire: Questionnaire, now: datetime) -> Window:
    """Return when it takes answers, as judged at `now`."""
    return Window(
        now=now,
        opens_at=questionnaire.opens_at or now,
        closes_at=questionnaire.closes_at or now,
        grace=timedelta(hours=questionnaire.grace_hours),
        is_prepared=questionnaire.state != Questionnaire.State.PREPARING,
        is_ended=questionnaire.state == Questionnaire.State.ENDED,
    )


def free_slug(place: Place, title: str) -> str:
    """Return an address that no questionnaire of the place has."""
    rows = Questionnaire.objects.in_place(place)
    return free_slug_among(rows, title, otherwise="questions", reserved=RESERVED_SLUGS, longest=50)

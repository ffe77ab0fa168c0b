"""What people may comment on: activities that everybody may read."""

from django.urls import reverse

from alongside.foundation.discussions.kinds import Subject
from alongside.foundation.initiatives.models import Initiative

KIND = "activity"


def key_of(initiative: Initiative) -> str:
    """Return the key under which comments on an activity are kept."""
    return str(initiative.pk)


def public_activity(key: str) -> Subject | None:
    """Return the public page of an activity, if everybody may read it. One query."""
    everywhere = Initiative.objects.unscoped(reason="what partnerships show to everybody")
    if not (key.isascii() and key.isdigit() and len(key) < 19):
        return None
    found = everywhere.filter(pk=int(key), is_public=True).select_related("place").first()
    if found is None or not found.place.is_public:
        return None
    path = reverse("activities:page", args=[found.place.slug, found.slug])
    return Subject(found.place, found.title, path)

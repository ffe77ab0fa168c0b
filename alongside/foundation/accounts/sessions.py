"""Sessions in the database, as Django keeps them; reading one is prepared, for every request does."""

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.db.models import DateTimeField, QuerySet
from django.utils import timezone

from alongside.foundation.prepared.reads import Given, prepared


@prepared
def _living_session() -> QuerySet[Session]:
    now = Given("now", DateTimeField())
    return Session.objects.filter(session_key=Given("key"), expire_date__gt=now)


class SessionStore(db.SessionStore):
    """Django's own, but for how a session is looked up."""

    def _get_session_from_db(self) -> Session | None:
        found = _living_session.first(key=self.session_key, now=timezone.now())
        if found is None:
            self._session_key = None
        return found

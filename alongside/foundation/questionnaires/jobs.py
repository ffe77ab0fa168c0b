"""Background work of questionnaires."""

from typing import Any

from django.urls import reverse

from alongside.foundation.history.actor import system_actor
from alongside.foundation.questionnaires.actions.ending import end_what_is_over
from alongside.foundation.questionnaires.actions.releasing import release_figures
from alongside.foundation.questionnaires.models import Questionnaire


def release_job(context: Any, *, questionnaire_id: int) -> str:
    """Make the figures of a questionnaire that has ended; returns the address of the results."""
    asked = Questionnaire.objects.unscoped(reason="the job was asked for by an action that checked")
    found = asked.select_related("place").get(pk=questionnaire_id)
    release_figures(found, by=system_actor())
    return reverse("questionnaires:results", args=[found.place.slug, found.slug])


def end_due() -> None:
    """Close what is over; a sweep."""
    end_what_is_over(by=system_actor())

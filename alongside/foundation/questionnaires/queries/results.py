"""What was released of a questionnaire; and the rows from which that is made."""

from typing import Any

from alongside.foundation.disclosure.models import Release
from alongside.foundation.members.groups import group_name
from alongside.foundation.places.vocabulary import Words
from alongside.foundation.questionnaires.models import Answers, Questionnaire, Version
from alongside.foundation.questionnaires.queries.figures import UNCONFIRMED, Sheet
from alongside.foundation.questionnaires.queries.finding import contents_of
from alongside.foundation.questionnaires.queries.implied import EVERYBODY
from alongside.foundation.responses.models import Response

KIND = "questionnaire"


def release_of(questionnaire: Questionnaire) -> Release | None:
    """Return what was released of a questionnaire, if it was."""
    releases = Release.objects.in_place(questionnaire.place)
    return releases.filter(activity=questionnaire.activity_id, kind=KIND).first()


def sheets_of(questionnaire: Questionnaire) -> list[Sheet]:
    """Return everything that was sent, for the figures. Two queries and the versions."""
    versions = Version.objects.in_place(questionnaire.place).filter(questionnaire=questionnaire)
    asked = {version.pk: contents_of(version) for version in versions}
    sent = Answers.objects.in_place(questionnaire.place).filter(
        response__activity=questionnaire.activity_id, response__state=Response.State.SUBMITTED
    )
    return [
        Sheet(
            person=one.response.participant_id,
            group=one.response.group if one.response.group_confirmed else UNCONFIRMED,
            is_entered=bool(one.response.on_behalf_of),
            contents=asked[one.version_id],
            document=one.document,
        )
        for one in sent.select_related("response").order_by("pk")
    ]


def shown_groups(bundle: dict[str, Any], words: Words) -> list[tuple[str, str]]:
    """Return the groups of which anything is shown, each with its name; everybody first."""
    shown = {
        name
        for question in bundle["questions"]
        for part in question["parts"]
        for name, counts in part["cells"].items()
        if counts is not None and any(counts)
    }
    return [
        (name, group_name(words, name, starts=True))
        for name in ("elected", "manager", "staff", "resident")
        if name in shown and name != EVERYBODY
    ]

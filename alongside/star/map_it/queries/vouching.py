"""The codes by which a guest's own word about their group can be confirmed."""

import hmac

from alongside.foundation.accounts.codes import CodeKind, code_of, typed_code
from alongside.foundation.consent.models import Participant
from alongside.star.map_it.models import Round

LETTERS = 9  # two blocks of four, and the hyphen between them


def code_to_confirm(participant: Participant) -> str:
    """Return what a guest tells somebody who knows them. It opens nothing."""
    return code_of(CodeKind.VOUCH, f"participant {participant.pk}")[:LETTERS]


def participant_of_code(round_: Round, code: str) -> Participant | None:
    """Return the guest of this map who has the code and isn't confirmed yet."""
    typed = typed_code(code)
    waiting = Participant.objects.in_place(round_.place).filter(
        activity=round_.activity_id, group_confirmed=False, seat__isnull=False
    )
    for participant in waiting.select_related("seat", "place"):
        if hmac.compare_digest(code_to_confirm(participant), typed):
            return participant
    return None

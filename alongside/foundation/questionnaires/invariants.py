"""What must always hold of answers (`alongside check`)."""

from collections.abc import Callable, Iterable, Iterator

from alongside.foundation.questionnaires.models import Answers
from alongside.foundation.questionnaires.queries.answering import payload_of
from alongside.foundation.responses.models import Response
from alongside.foundation.responses.payload import digest_of


def invariants() -> dict[str, Callable[[], Iterable[str]]]:
    """The sentences about answers that must be true."""
    return {"Answers that were sent are as their author sent them": answers_that_differ}


def answers_that_differ() -> Iterator[str]:
    """Sent answers whose content isn't what their digest was made from; erased ones left aside."""
    answers = Answers.objects.unscoped(reason="a check of all places")
    sent = answers.filter(
        response__state=Response.State.SUBMITTED, response__participant__erased_at__isnull=True
    )
    for one in sent.select_related("response").iterator(chunk_size=500):
        if digest_of(payload_of(one)) != one.response.payload_hash:
            yield f"answers of response {one.response_id}"

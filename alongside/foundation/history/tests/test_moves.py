"""A verb leads on, has led there already, or leads nowhere."""

import pytest

from alongside.foundation.history.moves import next_state
from alongside.foundation.history.refusal import Refusal

TABLE = {("draft", "publish"): "published", ("published", "end"): "over"}


def test_a_verb_leads_on_once_and_a_second_press_does_no_harm() -> None:
    assert next_state(TABLE, "draft", "publish") == "published"
    assert next_state(TABLE, "published", "publish") is None


@pytest.mark.parametrize(("state", "verb"), [("over", "publish"), ("draft", "end"), ("draft", "")])
def test_it_is_refused_where_it_leads_nowhere(state: str, verb: str) -> None:
    with pytest.raises(Refusal, match="moved_meanwhile"):
        next_state(TABLE, state, verb)

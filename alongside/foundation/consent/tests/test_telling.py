from alongside.foundation.consent.actions import give_notice
from tests.people import World


def test_the_same_words_stay_the_same_version_and_others_make_a_new_one(world: World) -> None:
    said = {"kind": "explorer", "who_sees": "Nobody.", "text": "We ask because…"}
    first = give_notice(world.strathmuir, by=world.cara.actor, **said)
    assert give_notice(world.strathmuir, by=world.cara.actor, **said) == first
    later = give_notice(world.strathmuir, by=world.cara.actor, **{**said, "text": "Anew"})
    assert (first.version, later.version) == (1, 2)
    first.refresh_from_db()
    assert first.text == "We ask because…"

"""Who helps whom: only those who chose to be counted, and only where there are enough of them."""

from alongside.learning.network.drawing import ring_of
from alongside.learning.network.queries.connections import Connection, connections_in
from tests.network import answer, ask, here, introduce


def test_pairs_are_shown_with_enough_answers_by_enough_people_who_agreed(client, world) -> None:
    for somebody in (world.ann, world.eve):
        introduce(somebody, in_picture=True)
    topic = ask(world.ann)
    for number in range(4):
        answer(world.eve, topic, text=f"Answer number {number} of Eve's")
    answer(world.bo, topic, text="From the same partnership, in many words")
    introduce(world.cara, in_picture=True)
    theirs = ask(world.eve, title="And how do you pay for buses?")
    assert connections_in(here(world.ann)) == []  # four answers, two people
    answer(world.eve, topic, text="The fifth of Eve's answers, at last")
    assert connections_in(here(world.ann)) == []  # five answers, two people
    answer(world.dev, theirs, text="Dev never said that he wants to be counted")
    assert connections_in(here(world.ann)) == []
    answer(world.cara, theirs, text="Cara did say so, and answers too")
    assert connections_in(here(world.ann)) == [Connection("Glenbeg", "Strathmuir", 6)]
    client.force_login(world.bo.user)
    page = client.get("/learn/network/connections/").content.decode()
    assert "Glenbeg and Strathmuir: 6" in page


def test_the_thickest_line_has_the_most_answers_and_every_name_stands_once() -> None:
    ring = ring_of([Connection("A", "B", 20), Connection("B", "C", 5)])
    assert [dot.name for dot in ring.dots] == ["A", "B", "C"]
    assert [line.width for line in ring.lines] == [14, 5]
    assert ring_of([]).dots == []

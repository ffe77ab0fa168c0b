"""The pages on which people rate, as a browser without scripts sees them."""

import pytest
from django.core.cache import caches
from django.test import Client

from alongside.foundation.members.models import Group
from alongside.foundation.rooms.actions import count_heads
from alongside.foundation.rooms.codes import door_code
from alongside.foundation.rooms.queries import joined_count
from alongside.star.focus_it.actions.items import change_item
from alongside.star.focus_it.actions.reveal import reveal_matrix
from alongside.star.focus_it.models import Matrix, Rating
from alongside.star.focus_it.queries.matrices import items_of
from tests.asking import hidden
from tests.matrices import asking, move, rate_all
from tests.people import World, make_somebody

BASE = "/strathmuir/rate/first/"


@pytest.fixture
def matrix(world: World) -> Matrix:
    return asking(world.strathmuir, by=world.cara.actor)


def come_in(client: Client, matrix: Matrix, group: str = "resident") -> None:
    """Type the code, say who one is, start."""
    client.get(f"/j/{door_code(matrix.room)}")
    page = client.get(BASE)
    sent = client.post(BASE, {"group": group, "submission_key": hidden(page, "submission_key")})
    assert sent.status_code == 302


def form_of(client: Client, number: int) -> dict[str, str]:
    page = client.get(f"{BASE}{number}/")
    names = ("page", "submission_key", "version", "turn")
    return {name: hidden(page, name) for name in names}


def said(matrix: Matrix) -> list[dict[str, int]]:
    return [r.scores for r in Rating.objects.in_place(matrix.place).order_by("pk")]


def test_the_digits_on_the_screen_lead_to_the_first_item(client: Client, matrix: Matrix) -> None:
    come_in(client, matrix)
    assert joined_count(matrix.room) == 1
    assert client.get(f"{BASE}next/").headers["Location"] == f"{BASE}1/"


def test_without_the_digits_nobody_begins(client: Client, matrix: Matrix) -> None:
    assert b"five digits" in client.get(BASE).content
    client.post(BASE, {"group": "resident"})
    assert joined_count(matrix.room) == 0


def test_starting_twice_makes_one_rater(client: Client, matrix: Matrix) -> None:
    client.get(f"/j/{door_code(matrix.room)}")
    key = hidden(client.get(BASE), "submission_key")
    for _press in range(2):
        client.cookies.pop("seat", None)
        client.post(BASE, {"group": "resident", "submission_key": key})
    assert joined_count(matrix.room) == 1


def test_saving_leads_from_item_to_item_to_the_end(client: Client, matrix: Matrix) -> None:
    come_in(client, matrix)
    for number in (1, 2, 3, 4):
        reply = client.post(
            f"{BASE}{number}/", {**form_of(client, number), "impact": "4", "effort": "cant"}
        )
        onward = f"{BASE}{number + 1}/" if number < 4 else f"{BASE}done/"
        assert reply.headers["Location"] == onward
    assert said(matrix) == [{"impact": 4}] * 4
    assert b"All your ratings are in" in client.get(f"{BASE}done/").content


def test_an_unanswered_question_is_asked_again_with_what_was_chosen(
    client: Client, matrix: Matrix
) -> None:
    come_in(client, matrix)
    reply = client.post(f"{BASE}1/", {**form_of(client, 1), "impact": "4"})
    assert reply.status_code == 422
    assert b"Effort: choose one, or say that you can" in reply.content
    assert b"Impact: choose one" not in reply.content
    assert b'value="4"' in reply.content
    assert said(matrix) == []


def test_who_cant_say_reads_so_and_not_that_nothing_was_rated(
    client: Client, matrix: Matrix
) -> None:
    come_in(client, matrix)
    client.post(f"{BASE}1/", {**form_of(client, 1), "impact": "4", "effort": "cant"})
    client.post(f"{BASE}2/", {**form_of(client, 2), "impact": "cant", "effort": "cant"})
    page = client.get(f"{BASE}done/").text
    assert "Impact: 4 of 5 (A big difference for many) · Effort: I can&#x27;t say" in page
    assert "Impact: I can&#x27;t say · Effort: I can&#x27;t say" in page
    assert (page.count("Not rated"), page.count(">Change<")) == (2, 2)


def test_changed_words_are_shown_before_the_rating_is_kept(
    client: Client, world: World, matrix: Matrix
) -> None:
    come_in(client, matrix)
    form = form_of(client, 1)
    [first, *_others] = items_of(matrix)
    client.post(f"{BASE}1/", {**form, "impact": "1", "effort": "1"})
    form = form_of(client, 1)
    change_item(first, title="Shopping by van", by=world.cara.actor)
    reply = client.post(f"{BASE}1/", {**form, "impact": "5", "effort": "2"})
    assert reply.status_code == 409
    assert b"Shopping by van" in reply.content
    again = {name: hidden(reply, name) for name in ("page", "submission_key", "version", "turn")}
    client.post(f"{BASE}1/", {**again, "impact": "5", "effort": "2"})
    assert said(matrix) == [{"impact": 5, "effort": 2}]


def test_a_phone_hears_of_other_words_and_not_of_heads(
    client: Client, world: World, matrix: Matrix
) -> None:
    def asked() -> int:
        caches["template_fragments"].clear()
        number: int = client.get(f"/j/live/{matrix.room.public_id}/").json()["asked"]
        return number

    before = asked()
    count_heads(matrix.room, heads=9, by=world.cara.actor)
    assert asked() == before
    item = items_of(matrix)[0]
    change_item(item, cost_pence=900, by=world.cara.actor)
    assert asked() == before
    change_item(item, title="In other words", by=world.cara.actor)
    assert asked() == before + 1


def test_who_was_done_reads_whose_words_have_changed_since(
    client: Client, world: World, matrix: Matrix
) -> None:
    come_in(client, matrix)
    for number in (1, 2, 3, 4):
        client.post(f"{BASE}{number}/", {**form_of(client, number), "impact": "4", "effort": "2"})
    change_item(items_of(matrix)[1], title="In other words", by=world.cara.actor)
    page = client.get(f"{BASE}done/").text
    assert "3 of 4 rated" in page
    assert page.count("Its words have changed since you rated it.") == 1
    matrix.room.refresh_from_db()
    assert f'data-asked="{matrix.room.asked}"' in page


def test_a_lost_cookie_loses_no_rating(client: Client, matrix: Matrix) -> None:
    come_in(client, matrix)
    form = form_of(client, 1)
    client.cookies.clear()
    client.post(f"{BASE}1/", {**form, "impact": "5", "effort": "2"})
    assert said(matrix) == [{"impact": 5, "effort": 2}]


def test_whoever_comes_in_reads_the_words_as_they_are_now(
    client: Client, world: World, matrix: Matrix
) -> None:
    come_in(client, matrix)
    assert b"Shopping volunteers" in client.get(f"{BASE}all/").content
    change_item(items_of(matrix)[0], title="Shopping trips", by=world.cara.actor)

    after = client.get(f"{BASE}all/").content
    assert b"Shopping trips" in after
    assert b"Shopping volunteers" not in after


def test_whoever_has_rated_finds_their_own_scores_and_nobody_elses(
    client: Client, matrix: Matrix
) -> None:
    come_in(client, matrix)
    client.get(f"{BASE}all/")
    client.post(f"{BASE}1/", {**form_of(client, 1), "impact": "4", "effort": "2"})
    assert client.get(f"{BASE}all/").content.count(b'data-score-impact="4"') == 1

    somebody_else = Client()
    come_in(somebody_else, matrix)
    assert b"data-score" not in somebody_else.get(f"{BASE}all/").content


def test_after_the_reveal_a_rating_is_kept_and_said_to_be_late(
    client: Client, world: World, matrix: Matrix
) -> None:
    come_in(client, matrix)
    form = form_of(client, 1)
    move(matrix, "reveal", by=world.cara.actor)
    reply = client.post(f"{BASE}1/", {**form, "impact": "5", "effort": "2"}, follow=True)
    assert b"outside the blind count" in reply.content
    later = client.get(f"{BASE}done/").text
    assert later.count("This came after the reveal.") == 1
    assert "Impact: 5 of 5 (It would change lives)" in later
    assert later.count("Not rated") == 4
    assert list(Rating.objects.in_place(matrix.place).values_list("is_late", flat=True)) == [True]


def test_who_rated_sees_on_their_phone_what_was_revealed(
    client: Client, world: World, matrix: Matrix
) -> None:
    come_in(client, matrix)
    assert client.get(f"{BASE}result/").headers["Location"] == f"{BASE}done/"
    for impact in (4, 5, 4, 5, 4, 5):
        said = {"impact": impact, "effort": 6 - impact}
        rate_all(matrix, dict.fromkeys(items_of(matrix), said))
    reveal_matrix(matrix, turn=1, by=world.cara.actor)
    page = client.get(f"{BASE}result/").text
    field = page[page.index("<h2", page.index("Quick wins")) :]
    assert "Quick wins" in page
    assert all(field.count(item.title) == 1 for item in items_of(matrix))
    assert "<svg" in page
    assert "See it here" in client.get(f"{BASE}done/").text


def test_asked_again_what_was_said_before_is_not_asked_as_if_it_were_new(
    client: Client, world: World, matrix: Matrix
) -> None:
    come_in(client, matrix)
    for number in (1, 2):
        client.post(f"{BASE}{number}/", {**form_of(client, number), "impact": "4", "effort": "2"})
    move(move(matrix, "reveal", by=world.cara.actor), "ask_again", by=world.cara.actor)
    page = client.get(f"{BASE}done/").text
    assert "Rate again where you see it differently now" in page
    assert "From before: 2; again in this turn: 0." in page
    assert "of 4 rated" not in page


def test_a_member_rates_in_their_own_group(client: Client, world: World, matrix: Matrix) -> None:
    client.force_login(world.bo.user)
    key = hidden(client.get(BASE), "submission_key")
    client.post(BASE, {"group": "staff", "submission_key": key})
    client.post(f"{BASE}1/", {**form_of(client, 1), "impact": "5", "effort": "2"})
    rating = Rating.objects.in_place(matrix.place).get()
    assert (rating.response.group, rating.response.group_confirmed) == ("staff", True)


def test_a_member_without_a_group_counts_in_the_whole(
    client: Client, world: World, matrix: Matrix
) -> None:
    finlay = make_somebody(world.strathmuir, "Finlay", role="facilitator")
    client.force_login(finlay.user)
    page = client.get(BASE)
    assert page.text.count("Counted with everybody") == len(Group.values)
    client.post(BASE, {"group": "resident", "submission_key": hidden(page, "submission_key")})
    client.post(f"{BASE}1/", {**form_of(client, 1), "impact": "5", "effort": "2"})
    rating = Rating.objects.in_place(matrix.place).get()
    assert (rating.response.group, rating.response.group_confirmed) == ("resident", False)


def test_who_says_to_be_a_councillor_is_no_line_of_its_own(client: Client, matrix: Matrix) -> None:
    come_in(client, matrix, group="elected")
    client.post(f"{BASE}1/", {**form_of(client, 1), "impact": "5", "effort": "2"})
    rating = Rating.objects.in_place(matrix.place).get()
    assert (rating.response.group, rating.response.group_confirmed) == ("elected", False)


def test_a_cleared_phone_opens_nothing(client: Client, matrix: Matrix) -> None:
    come_in(client, matrix)
    form = form_of(client, 1)
    client.post(f"{BASE}clear/")
    assert client.get(f"{BASE}1/").headers["Location"] == BASE
    client.post(f"{BASE}1/", {**form, "impact": "5", "effort": "2"})
    assert said(matrix) == []


def test_three_words_bring_a_rater_back_on_another_device(client: Client, matrix: Matrix) -> None:
    come_in(client, matrix)
    client.post(f"{BASE}1/", {**form_of(client, 1), "impact": "5", "effort": "2"})
    page = client.get(f"{BASE}words/")
    shown = client.post(f"{BASE}words/", {"page": hidden(page, "page")}, follow=True).text
    words = shown.partition('al-three-words__words">')[2].partition("<")[0]
    assert "al-three-words" not in client.get(f"{BASE}words/").text
    elsewhere = Client()
    landed = elsewhere.post("/return/", {"words": words}, follow=True)
    assert landed.redirect_chain[-1][0] == f"{BASE}2/"
    assert joined_count(matrix.room) == 1


def test_who_rates_reads_what_it_takes(client: Client, world: World, matrix: Matrix) -> None:
    first, second, *_others = items_of(matrix)
    change_item(first, cost_pence=450_000, staff_days=1, by=world.cara.actor)
    change_item(second, staff_days=8, by=world.cara.actor)
    come_in(client, matrix)
    assert "£4,500 and 1 day of work" in client.get(f"{BASE}1/").text
    assert ">8 days of work<" in client.get(f"{BASE}all/").text
    assert "What it takes" not in client.get(f"{BASE}3/").text


def test_pages_ask_the_database_little(
    client: Client, matrix: Matrix, django_assert_max_num_queries: object
) -> None:
    come_in(client, matrix)
    form = form_of(client, 1)
    for address in (f"{BASE}1/", f"{BASE}all/", f"{BASE}done/"):
        with django_assert_max_num_queries(12):  # type: ignore[operator]
            client.get(address)
    with django_assert_max_num_queries(20):  # type: ignore[operator]
        client.post(f"{BASE}1/", {**form, "impact": "5", "effort": "2"})

"""Asking, answering, accepting; who reads and hears of what; taking oneself out again."""

from datetime import timedelta

import pytest
from django.core import mail

from alongside.foundation.consent.actions import erase_member
from alongside.foundation.discussions.actions import make_move, take_back
from alongside.foundation.history.actor import ANONYMOUS
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.notices.actions import send_what_is_due
from alongside.foundation.notices.models import Message
from alongside.foundation.search.jobs import follow
from alongside.foundation.search.models import SearchRow
from alongside.foundation.search.queries import find
from alongside.learning.network.actions import (
    accept_answer,
    block,
    make_circle,
    open_topic,
    report,
    settle_topic,
    withdraw_profile,
)
from alongside.learning.network.actions.circles import join_circle, space_of
from alongside.learning.network.matching import matches_of
from alongside.learning.network.models import Profile, Report, Topic
from alongside.learning.network.queries.topics import topic_at, topics_for
from tests.asking import hidden
from tests.network import QUESTION, answer, ask, author_of, here, introduce, said


def heard(somebody) -> list[str]:
    """What somebody is going to be told."""
    messages = Message.objects.in_place(somebody.place).filter(person=somebody.person)
    return list(messages.order_by("pk").values_list("title", flat=True))


def found(actor, words: str) -> list[str]:
    return [one.title for one in find(actor, words).found]


def test_a_question_is_answered_from_another_partnership_and_told_in_one_letter(world) -> None:
    topic = ask(world.ann)
    told = answer(world.eve, topic)
    accept_answer(here(world.ann), topic, told)
    topic.refresh_from_db()
    assert (topic.accepted, topic.is_open) == (told, False)
    assert heard(world.ann) == [f"Eve answered “{QUESTION}”"]
    assert heard(world.eve) == [f"Your answer to “{QUESTION}” was accepted"]
    assert send_what_is_due() == 2
    assert sorted(letter.to[0] for letter in mail.outbox) == ["ann@example.org", "eve@example.org"]
    assert f"/learn/network/topic/{topic.public_id}/" in mail.outbox[0].body


def test_only_whoever_asked_or_a_moderator_accepts_and_only_an_answer(world) -> None:
    topic = ask(world.ann)
    told = answer(world.eve, topic)
    elsewhere = answer(world.eve, ask(world.bo, title="Another one"), text="Something else")
    for somebody, chosen in (
        (world.eve, told),
        (world.cara, told),
        (world.ann, topic.opening),
        (world.ann, elsewhere),
    ):
        with pytest.raises(Refusal, match="not_allowed"):
            accept_answer(here(somebody), topic, chosen)
    accept_answer(here(world.fay), topic, told)
    with pytest.raises(Refusal, match="not_allowed"):
        settle_topic(here(world.bo), topic)


def test_an_accepted_answer_that_is_taken_back_is_accepted_no_more(world) -> None:
    topic = ask(world.ann)
    told = answer(world.eve, topic)
    accept_answer(here(world.ann), topic, told)
    take_back(told, by=world.eve.actor)
    topic.refresh_from_db()
    assert (topic.accepted, topic.is_open) == (None, True)


def test_sent_twice_a_topic_is_there_once(world) -> None:
    words = said("Ours ask for it.")
    for _ in range(2):
        open_topic(here(world.ann), kind="question", title=QUESTION, words=words)
    assert topics_for(here(world.bo)).count() == 1


def test_the_space_of_a_partnership_is_read_by_its_own_members_alone(world) -> None:
    space = space_of(world.strathmuir)
    topic = ask(world.ann, title="Among ourselves", circle=space)
    join_circle(here(world.bo), space)
    ask(world.ann, title="And again", text="More of it", circle=space)
    assert topic_at(here(world.bo), topic.public_id) == topic
    assert topic_at(here(world.eve), topic.public_id) is None
    assert topic_at(here(world.fay), topic.public_id) is None
    assert heard(world.bo) == ["New in Strathmuir: “And again”"]
    assert found(world.bo.actor, "ourselves") == []
    with pytest.raises(Refusal, match="not_allowed"):
        ask(world.eve, title="From outside", circle=space)
    with pytest.raises(Refusal, match="not_allowed"):
        join_circle(here(world.eve), space)


def test_a_space_is_looked_after_by_its_own_moderators(client, world) -> None:
    """Neither the nation's team nor another partnership's lead reads what was reported there."""
    space = space_of(world.strathmuir)
    topic = ask(world.ann, title="Among ourselves", circle=space)
    told = answer(world.bo, topic, text="Only for us")
    report(here(world.ann), told, reason="elsewhere", words="")
    for somebody, reads in ((world.cara, True), (world.fay, False), (world.eve, False)):
        client.force_login(somebody.user)
        page = client.get("/learn/network/reports/").content.decode()
        desk = client.get(f"/{somebody.place.slug}/workspace/comments/").content.decode()
        assert ("Only for us" in page, "Only for us" in desk) == (reads, reads)
    client.force_login(world.cara.user)
    client.post(f"/learn/network/reports/{told.public_id}/")
    assert "Nothing waits" in client.get("/learn/network/reports/").content.decode()


def test_members_find_a_question_and_everybody_only_what_is_for_everybody(world) -> None:
    topic = ask(world.ann, title="Vouchers for inspectors")
    accept_answer(here(world.ann), topic, answer(world.eve, topic, text="Through the credit union"))
    ask(world.bo, title="Panels for everybody", is_public=True)
    assert found(world.eve.actor, "credit union") == ["Vouchers for inspectors"]
    assert found(ANONYMOUS, "vouchers") == []
    assert found(ANONYMOUS, "panels") == ["Panels for everybody"]
    make_move(topic.opening, "remove", reason="elsewhere", by=world.fay.actor)
    assert found(world.eve.actor, "vouchers") == []
    before = list(SearchRow.objects.unscoped(reason="compared").values_list("key", "text"))
    follow()
    assert list(SearchRow.objects.unscoped(reason="compared").values_list("key", "text")) == before


def test_mentions_are_heard_but_not_from_whom_one_has_blocked(world) -> None:
    bo = introduce(world.bo)
    topic = ask(world.ann, text=f"Perhaps @{bo.short_name} knows, or @nobody.")
    assert heard(world.bo) == [f"Ann mentioned you in “{QUESTION}”"]
    block(here(world.bo), author_of(world.ann))
    answer(world.ann, topic, text=f"Are you there, @{bo.short_name}?")
    assert len(heard(world.bo)) == 1
    with pytest.raises(Refusal, match="yourself"):
        block(here(world.bo), author_of(world.bo))


def test_an_ask_finds_the_offers_that_fit_it_and_both_hear(world) -> None:
    offer = ask(world.eve, title="Rule sheet of our citizens' panel", kind="offer", text="Take it")
    ask(world.dev, title="A minibus on Sundays", kind="offer", text="With a driver")
    wanted = ask(world.ann, title="A rule sheet for a panel", kind="ask", text="Has anybody one?")
    assert matches_of(wanted) == [offer]
    assert heard(world.eve) == [
        "“A rule sheet for a panel” may fit “Rule sheet of our citizens' panel”"
    ]
    settle_topic(here(world.eve), offer)
    assert matches_of(wanted) == []
    assert matches_of(ask(world.ann, title="How do panels work?")) == []


def test_three_reports_hold_a_comment_until_somebody_has_looked(world) -> None:
    topic = ask(world.ann)
    told = answer(world.eve, topic)
    for somebody in (world.ann, world.ann, world.bo):
        report(here(somebody), told, reason="insulting", words="")
    told.refresh_from_db()
    assert told.is_shown
    report(here(world.dev), told, reason="insulting", words="")
    told.refresh_from_db()
    assert told.state == "held"
    make_move(told, "remove", reason="insulting", by=world.fay.actor)
    assert not Report.objects.in_place(world.nation).filter(settled_at=None).exists()
    with pytest.raises(Refusal, match="not_allowed"):
        report(here(world.ann), topic.opening, reason="insulting", words="")


def test_the_directory_holds_who_chose_it_and_forgets_who_leaves(world) -> None:
    assert not Profile.objects.in_place(world.nation).exists()
    introduce(world.bo)
    assert introduce(world.bo, who_i_am="I listen.").short_name == "bo"
    withdraw_profile(here(world.bo))
    assert not Profile.objects.in_place(world.nation).exists()
    introduce(world.ann)
    topic = ask(world.ann)
    erase_member(world.ann.person, by=world.cara.actor)
    assert not Profile.objects.in_place(world.nation).exists()
    topic = Topic.objects.in_place(world.nation).get(pk=topic.pk)
    assert (topic.title, topic.opening.author) == (QUESTION, None)


def test_two_of_one_name_have_different_short_names(world) -> None:
    world.bo.person.name = world.ann.person.name = "Alex"
    assert [introduce(world.bo).short_name, introduce(world.ann).short_name] == ["alex", "alex-2"]


def test_a_group_of_the_same_name_is_joined_not_made_again(world) -> None:
    make_circle(here(world.bo), name="Peer support", purpose="x")
    with pytest.raises(Refusal, match="there_already"):
        make_circle(here(world.ann), name="Peer  Support!", purpose="y")


def test_whoever_was_a_member_until_yesterday_comes_in_no_more(client, world) -> None:
    from django.utils import timezone

    from alongside.foundation.members.models import Membership

    yesterday = timezone.localdate() - timedelta(days=1)
    Membership.objects.in_place(world.strathmuir).filter(person=world.bo.person).update(
        from_on=yesterday, until_on=yesterday
    )
    client.force_login(world.bo.user)
    assert client.get("/learn/network/").status_code == 403


def test_a_long_talk_comes_in_pages_and_whoever_speaks_sees_their_words(client, world) -> None:
    topic = ask(world.ann)
    for number in range(55):
        answer(world.bo, topic, text=f"Answer {number} of many, each a little different")
    client.force_login(world.eve.user)
    page = client.get(topic.thread.path)
    assert "Answer 48" in page.content.decode()
    assert "Answer 49" not in page.content.decode()
    token = hidden(page, "token")
    sent = client.post(topic.thread.path, {"text": "The last word", "token": token})
    assert "?comments=2#c-" in sent["Location"]
    assert "The last word" in client.get(sent["Location"]).content.decode()

"""Results are added up once, when it has closed, and give nobody's answer away."""

import io
import uuid
from dataclasses import replace

import openpyxl
import pytest
from django.test import Client

from alongside.engines.questions.contents import Question
from alongside.engines.questions.contents import Questionnaire as Questions
from alongside.engines.questions.kinds import Kind
from alongside.foundation.disclosure.actions import release_is_intact
from alongside.foundation.disclosure.models import Release
from alongside.foundation.history.actor import system_actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.jobs.testing import run_waiting_jobs
from alongside.foundation.members.actors import actor_of_seat
from alongside.foundation.members.models import Group
from alongside.foundation.members.seats import take_seat
from alongside.foundation.questionnaires.actions import answering, preparing
from alongside.foundation.questionnaires.actions.releasing import release_figures
from alongside.foundation.questionnaires.models import Questionnaire
from alongside.foundation.questionnaires.queries.results import release_of
from tests.people import World
from tests.questionnaires import AGE, YES_NO, opened, say, send, street


@pytest.fixture
def asked(world: World) -> Questionnaire:
    return opened(world.strathmuir, by=world.cara.actor)


def answered(asked: Questionnaire, count: int, group: str = Group.RESIDENT, **told: object) -> None:
    """So many people of a group send the same."""
    for _person in range(count):
        seat, _cookie, _words = take_seat(
            asked.place, activity_id=asked.activity_id, group=group, group_confirmed=True
        )
        by = actor_of_seat(seat)
        answering.begin_answers(asked, submission_key=uuid.uuid4(), language="en-gb", by=by)
        said = {"agree": True, **told}
        say(asked, by, {name: answer for name, answer in said.items() if answer is not None})
        send(asked, by)


def ended(asked: Questionnaire, world: World) -> dict[str, dict[str, object]]:
    """Close it; what is told, by question and choice."""
    preparing.end_questionnaire(asked, by=world.cara.actor)
    run_waiting_jobs()
    release = release_of(asked)
    assert release is not None
    assert release_is_intact(release)
    return {
        f"{question['name']}/{part['option']}": part["cells"]
        for question in release.bundle["questions"]
        for part in question["parts"]
    }


def test_everybody_is_counted_by_choice(asked: Questionnaire, world: World) -> None:
    answered(asked, 8, helps="yes", skills=["cook"], order=["drive", "cook", "listen"])
    answered(asked, 6, helps="no", welcome_here=5)
    told = ended(asked, world)
    assert told["helps/"]["*"] == [8, 6]
    assert told["order/drive"]["*"] is None  # all eight put it first
    assert told["welcome_here/"]["*"] is None  # all six said the same
    assert told["helps/"]["resident"] == [8, 6]


def test_a_few_are_never_told_and_never_worked_out(asked: Questionnaire, world: World) -> None:
    answered(asked, 7, helps="yes")
    answered(asked, 7, helps="no")
    answered(asked, 6, Group.STAFF, helps="no")
    answered(asked, 6, Group.STAFF, helps="yes")
    answered(asked, 2, Group.ELECTED, helps="yes")
    cells = ended(asked, world)["helps/"]
    assert cells["elected"] is None
    shown = [cells[name] for name in ("staff", "resident") if cells[name] is not None]
    # With everybody shown, at least one more group is hidden, or the two could be worked out.
    assert cells["*"] is None or len(shown) < 2


def test_fewer_than_five_show_nothing(asked: Questionnaire, world: World, client: Client) -> None:
    answered(asked, 4, helps="yes")
    told = ended(asked, world)
    assert told["helps/"]["*"] is None
    client.force_login(world.cara.user)
    page = client.get(f"/strathmuir/workspace/questionnaires/{asked.slug}/results/")
    assert "Too few answered to show anything." in page.content.decode()


def test_nothing_is_told_while_people_answer(
    asked: Questionnaire, world: World, client: Client
) -> None:
    answered(asked, 12, helps="yes")
    with pytest.raises(Refusal):
        release_figures(asked, by=system_actor())
    client.force_login(world.cara.user)
    page = client.get(f"/strathmuir/workspace/questionnaires/{asked.slug}/results/")
    assert "Nothing is shown while people answer." in page.content.decode()
    address = f"/strathmuir/workspace/questionnaires/{asked.slug}/results/csv/"
    assert client.get(address).status_code == 404


def test_there_is_one_release(asked: Questionnaire, world: World) -> None:
    answered(asked, 6, helps="yes")
    ended(asked, world)
    release_figures(asked, by=system_actor())
    preparing.end_questionnaire(asked, by=world.cara.actor)
    run_waiting_jobs()
    assert Release.objects.in_place(asked.place).filter(activity=asked.activity_id).count() == 1


def test_other_words_are_another_question(asked: Questionnaire, world: World) -> None:
    answered(asked, 6, helps="yes")
    answered(asked, 6, helps="no")
    contents = street()
    members = tuple(
        replace(one, label={"": "Would you help?"}) if one.name == "helps" else one
        for one in contents.members
    )
    changed = replace(contents, members=members)
    preparing.change_questions(asked, contents=changed, by=world.cara.actor)
    answered(asked, 10, helps="yes", welcome_here=3)
    answered(asked, 5, helps="no", welcome_here=4)
    told = ended(asked, world)
    assert told["helps/"]["*"] == [10, 5]
    assert told["welcome_here/"]["*"] == [0, 0, 10, 5, 0]


def test_the_file_says_what_the_page_says(
    asked: Questionnaire, world: World, client: Client
) -> None:
    answered(asked, 8, helps="yes")
    answered(asked, 6, helps="no")
    ended(asked, world)
    client.force_login(world.cara.user)
    base = f"/strathmuir/workspace/questionnaires/{asked.slug}/results/"
    assert "8 of 14" in client.get(base).content.decode()
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{base}xlsx/").content))
    rows = list(book.worksheets[0].values)
    assert ("helps", "Do you help others?", "Yes", "8 of 14", "8 of 14") in rows
    assert b"8 of 14" in client.get(f"{base}csv/").content
    assert client.get(f"{base}sav/").status_code == 404


def test_who_was_asked_gives_no_answer_away(asked: Questionnaire, world: World) -> None:
    """All six of staff help: hidden, for they all said so. What only helpers are asked follows."""
    answered(asked, 6, Group.STAFF, helps="yes", skills=["cook"])
    answered(asked, 7, helps="yes", skills=["cook", "drive"])
    answered(asked, 12, helps="no")
    told = ended(asked, world)
    assert told["helps/"]["staff"] is None
    assert told["helps/"]["*"] == [13, 12]
    assert told["skills/drive"]["*"] == [6, 7]
    groups = {name: counts for name, counts in told["skills/drive"].items() if name != "*"}
    assert set(groups.values()) == {None}


def test_what_hangs_on_a_hidden_question_is_hidden(asked: Questionnaire, world: World) -> None:
    answered(asked, 8, helps="yes", skills=["cook"])
    answered(asked, 1, helps="yes", skills=["drive"])
    told = ended(asked, world)
    assert told["helps/"]["*"] is None  # nine who all said yes
    assert {counts for name in ("cook", "drive") for counts in told[f"skills/{name}"].values()} == {
        None
    }


@pytest.mark.parametrize(("older", "is_told"), [(6, True), (2, False), (0, True)])
def test_what_hangs_on_a_number_never_tells_of_a_few(
    world: World, older: int, is_told: bool
) -> None:
    fit = Question("fit", Kind.ONE, {"": "Do you run?"}, choices="yes_no", asked_if="${age} < 60")
    contents = Questions({"": "Age"}, (AGE, fit), {"yes_no": YES_NO})
    asked = opened(world.strathmuir, by=world.cara.actor, contents=contents)
    answered(asked, 6, agree=None, age=40, fit="yes")
    answered(asked, 6, agree=None, age=40, fit="no")
    if older:
        answered(asked, older, agree=None, age=70)
    cells = ended(asked, world)["fit/"]
    assert cells["*"] == ([6, 6] if is_told else None)
    assert cells["resident"] is None

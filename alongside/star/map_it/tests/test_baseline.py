"""What another survey found: written down or brought in, shown as another's, never reckoned with."""

import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.loader import render_to_string

from alongside.foundation.history.refusal import Refusal
from alongside.foundation.places.vocabulary import words_of
from alongside.star.framework.picture import CO_KEYS
from alongside.star.map_it.actions.baseline import keep_baseline, remove_baseline
from alongside.star.map_it.models import Baseline
from alongside.star.map_it.queries.baselines import baselines_of
from alongside.star.map_it.tests.test_draw import drawn_round

PAGES = "/strathmuir/workspace/map/earlier-surveys/"
HEAD = "label,co,level,date,people,source\n"
GOOD = HEAD + (
    "Staff survey,design,2,2025-11-04,140,Report page 12\n"
    "Staff survey,co-deliver,0,4/11/2025,,Report page 12\n"
)


def keep(place, by, **changes):
    told = {
        "label": "Staff survey",
        "on": date(2025, 11, 4),
        "source": "Report page 12",
        "levels": {"design": 2, "deliver": 0},
        "people_count": 140,
        **changes,
    }
    keep_baseline(place, by=by, **told)


@pytest.fixture
def cara(client, world):
    client.force_login(world.cara.user)
    return client


def upload(client, text):
    file = SimpleUploadedFile("earlier.csv", text.encode())
    return client.post(f"{PAGES}import/", {"file": file}, follow=True)


def confirm(client, seen):
    plan = re.search(r'name="plan" value="(\w+)"', seen.content.decode())
    assert plan, seen.content.decode()
    return client.post(seen.request["PATH_INFO"], {"plan": plan[1]}, follow=True)


def test_a_survey_is_kept_with_its_day_its_people_and_its_source(world) -> None:
    keep(world.strathmuir, world.cara.actor)
    (survey,) = baselines_of(world.strathmuir)
    assert (survey.label, survey.on, survey.people) == (
        "Staff survey",
        date(2025, 11, 4),
        (140,),
    )
    assert survey.cells == (None, 2, 0, None)
    assert baselines_of(world.glenbeg) == []


def test_the_same_name_again_replaces_the_first(world) -> None:
    keep(world.strathmuir, world.cara.actor)
    keep(world.strathmuir, world.cara.actor, levels={"assess": 4}, label=" Staff  survey")
    (survey,) = baselines_of(world.strathmuir)
    assert survey.cells == (None, None, None, 4)


def test_the_newest_survey_comes_first(world) -> None:
    keep(world.strathmuir, world.cara.actor, label="A", on=date(2023, 1, 1))
    keep(world.strathmuir, world.cara.actor, label="B", on=date(2024, 1, 1))
    assert [survey.label for survey in baselines_of(world.strathmuir)] == ["B", "A"]


def test_one_survey_is_taken_away_and_the_others_stay(world) -> None:
    keep(world.strathmuir, world.cara.actor, label="A")
    keep(world.strathmuir, world.cara.actor, label="B")
    remove_baseline(world.strathmuir, label="A", by=world.cara.actor)
    assert [survey.label for survey in baselines_of(world.strathmuir)] == ["B"]


@pytest.mark.parametrize("name", ["ann", "bo", "dev", "rona", "eve", "fay"])
def test_only_the_lead_changes_earlier_results(world, name) -> None:
    by = getattr(world, name).actor
    with pytest.raises(Refusal, match="not_allowed"):
        keep(world.strathmuir, by)
    with pytest.raises(Refusal, match="not_allowed"):
        remove_baseline(world.strathmuir, label="A", by=by)


def test_the_part_says_that_it_is_another_survey(world) -> None:
    keep(world.strathmuir, world.cara.actor, label="<b>Staff</b>")
    words = words_of(world.strathmuir)
    context = {
        "baselines": baselines_of(world.strathmuir),
        "cos": [(co, words[f"{co}_name"]) for co in CO_KEYS],
    }
    html = render_to_string("map_it/parts/baselines.html", context)
    assert "From another survey" in html
    assert "compared with it by arithmetic" in html
    assert "2 of 4" in html
    assert html.count("not asked") == 2
    assert "<b>Staff" not in html
    assert not render_to_string("map_it/parts/baselines.html", {"baselines": []}).strip()


def test_a_survey_written_on_the_page_is_shown(cara) -> None:
    typed = {
        "label": "Staff survey",
        "on_0": "4", "on_1": "11", "on_2": "2025",
        "people_count": "140",
        "source": "Report page 12",
        "level_design": "2",
    }  # fmt: skip
    response = cara.post(f"{PAGES}new/", typed, follow=True)
    html = response.content.decode()
    assert "Staff survey" in html
    assert "2 of 4" in html
    gone = cara.post(f"{PAGES}remove/", {"label": "Staff survey"}, follow=True)
    assert "None yet" in gone.content.decode()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"level_design": ""}, "at least one of the four"),
        ({"on_2": "2999"}, "a day that has passed"),
        ({"source": ""}, "Fill in: Who asked"),
        ({"level_design": "5"}, "Select a valid choice"),
    ],
)
def test_what_is_missing_is_said(cara, changes, words) -> None:
    typed = {
        "label": "A", "on_0": "4", "on_1": "11", "on_2": "2025", "source": "B", "level_design": "2",
    }  # fmt: skip
    html = cara.post(f"{PAGES}new/", {**typed, **changes}).content.decode()
    assert words in html
    assert not Baseline.objects.unscoped(reason="test").exists()


def test_a_file_of_surveys_comes_in_and_twice_is_once(cara, world) -> None:
    html = confirm(cara, upload(cara, GOOD)).content.decode()
    assert "0 of 4" in html
    (survey,) = baselines_of(world.strathmuir)
    assert survey.cells == (None, 2, 0, None)
    assert "There is nothing to do" in upload(cara, GOOD).content.decode()


def test_a_mended_file_replaces_what_changed(cara, world) -> None:
    confirm(cara, upload(cara, GOOD))
    seen = upload(cara, GOOD.replace("design,2", "design,3"))
    assert "Changed" in seen.content.decode()
    confirm(cara, seen)
    assert baselines_of(world.strathmuir)[0].cells == (None, 3, 0, None)


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("S,design,5,2025-11-04,,x", "level"),
        ("S,dragons,2,2025-11-04,,x", "co"),
        ("S,design,2,2025-02-30,,x", "date"),
        ("S,design,2,last year,,x", "date"),
        ("S,design,2,2025-11-04,many,x", "people"),
        ("S,design,2,2025-11-04,,", "source"),
        ("Staff survey,assess,2,2024-11-04,,x", "date"),
        ("Staff survey,design,3,2025-11-04,,x", "label"),
    ],
)
def test_every_problem_is_told_by_row_and_column(cara, line, column) -> None:
    html = upload(cara, f"{GOOD}{line}\n").content.decode()
    told = re.sub(r"<[^>]+>", "|", html)
    assert re.search(rf"\|4\|+\s*\|*{column}\|", told), told
    assert not Baseline.objects.unscoped(reason="test").exists()


@pytest.mark.parametrize("visitor", [("bo", 200, 403), ("eve", 404, 404), ("fay", 404, 404)])
def test_members_read_and_only_the_lead_writes(client, world, visitor) -> None:
    name, reads, writes = visitor
    client.force_login(getattr(world, name).user)
    assert client.get(PAGES).status_code == reads
    assert client.get(f"{PAGES}new/").status_code == writes
    assert client.get(f"{PAGES}import/").status_code == writes
    assert client.post(f"{PAGES}remove/", {"label": "A"}).status_code == writes


def test_the_results_page_shows_it_beside_the_star_and_draws_no_ghost(world, cara) -> None:
    round_, _release = drawn_round(world)
    address = f"/strathmuir/workspace/map/{round_.slug}/results/"
    before = cara.get(address).content.decode()
    keep(world.strathmuir, world.cara.actor)
    after = cara.get(address).content.decode()
    assert "From another survey" not in before
    assert "From another survey" in after
    star = re.compile(r"<svg.*?</svg>", re.DOTALL)
    assert star.findall(before) == star.findall(after)

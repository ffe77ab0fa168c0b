"""Invented answers: the same on every machine, on the scale, and alike from year to year."""

from alongside.site.demo.crowd import crowd
from alongside.site.demo.opinions import View, opinions

MEANS = {"staff": dict.fromkeys(("commission", "design", "deliver", "assess"), 2.0)}
SERVICES = ["parks", "housing", "schools"]


def view(name: str) -> View:
    return View(name, MEANS, dict.fromkeys(SERVICES, 0.0))


def test_the_same_person_says_the_same_again() -> None:
    once = opinions("staff-1", "staff", SERVICES, view("first"))
    assert once == opinions("staff-1", "staff", SERVICES, view("first"))
    assert once != opinions("staff-2", "staff", SERVICES, view("first"))
    assert [(o.co, o.code) for o in once][:4] == [
        ("commission", "1"),
        ("design", "2"),
        ("deliver", "1"),
        ("assess", "2"),
    ]


def test_every_answer_is_on_the_scale_and_the_first_service_is_always_rated() -> None:
    for number in range(300):
        found = opinions(f"staff-{number}", "staff", SERVICES, view("first"))
        assert {one.code for one in found} <= {"0", "1", "2", "3", "4", "dk", "na"}
        assert all(one.code.isdigit() for one in found if one.service == "parks")


def test_a_leaning_lasts_from_one_year_to_the_next() -> None:
    keys = [f"staff-{number}" for number in range(200)]
    then, now = (
        [sum(int(o.code) for o in opinions(key, "staff", ["parks"], view(name))) for key in keys]
        for name in ("first", "second")
    )
    middle_then, middle_now = sum(then) / 200, sum(now) / 200
    together = sum((a - middle_then) * (b - middle_now) for a, b in zip(then, now, strict=True))
    apart = sum((a - middle_then) ** 2 for a in then)
    assert together / apart > 0.3


def test_overlapping_numbers_are_the_same_people() -> None:
    first = {who.key: who for who in crowd("s", {"resident": (1, 40)}, SERVICES)}
    second = {who.key: who for who in crowd("s", {"resident": (30, 60)}, SERVICES)}
    both = first.keys() & second.keys()
    assert len(both) == 11
    assert all(first[key] == second[key] for key in both)


def test_whoever_can_sign_in_is_no_guest() -> None:
    guests = [who.key for who in crowd("s", {"resident": (1, 40)}, SERVICES) if not who.is_known]
    assert guests
    certain = crowd("s", {"resident": (1, 40)}, SERVICES, members=set(guests))
    assert all(who.is_known for who in certain)

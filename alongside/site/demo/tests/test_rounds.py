"""The figures of the example: what the Star is drawn from, and what it must be able to show."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from alongside.foundation.consent.models import Participant
from alongside.foundation.disclosure.actions import release_is_intact
from alongside.foundation.disclosure.models import Release
from alongside.foundation.members.models import ResidentKind
from alongside.foundation.members.queries import living_link
from alongside.foundation.places.models import Organisation, Place, Service
from alongside.foundation.responses.models import Response
from alongside.foundation.responses.payload import digest_of
from alongside.star.map_it.models import AgreedPosition, FreeWord, Round
from alongside.star.map_it.queries.answering import payload_of, sheet_of
from alongside.star.map_it.queries.releases import latest_release, round_before


def round_of(place: Place, slug: str) -> Round:
    return Round.objects.in_place(place).get(slug=slug)


def bundle_of(place: Place, slug: str) -> dict[str, Any]:
    release = latest_release(round_of(place, slug))
    assert release is not None
    bundle: dict[str, Any] = release.bundle
    return bundle


def counted(round_: Round, group: str) -> int:
    sent = Response.objects.in_place(round_.place).counted()
    return sent.filter(activity=round_.activity_id, group=group).count()


def test_strathmuir_is_as_rich_as_promised(strathmuir: Place) -> None:
    second = round_of(strathmuir, "our-second-map")
    assert Service.objects.in_place(strathmuir).count() == 14
    heard = {g: counted(second, g) for g in ("elected", "manager", "staff", "resident")}
    assert heard == {"elected": 5, "manager": 14, "staff": 70, "resident": 120}
    sectors = Organisation.objects.in_place(strathmuir).values_list("sector", flat=True)
    assert set(sectors) == set(Organisation.Sector.values)


def test_all_four_groups_are_shown_in_strathmuir(strathmuir: Place) -> None:
    bundle = bundle_of(strathmuir, "our-second-map")
    states = {group: (one["state"], one["into"]) for group, one in bundle["people"].items()}
    assert states == dict.fromkeys(("elected", "manager", "staff", "resident"), ("shown", None))
    assert bundle["people"]["elected"]["answered"] == bundle["people"]["elected"]["asked"] == 5
    assert not any(point["staff_view_only"] for point in bundle["points"])


def test_three_councillors_are_merged_in_glenbeg_and_four_staff_are_too_few(glenbeg: Place) -> None:
    people = bundle_of(glenbeg, "glenbegs-first-map")["people"]
    assert people["elected"]["answered"] == 3
    assert (people["elected"]["state"], people["elected"]["into"]) == ("shown", "decide")
    assert (people["manager"]["state"], people["manager"]["into"]) == ("shown", "decide")
    assert (people["staff"]["answered"], people["staff"]["state"]) == (4, "too_few")
    assert people["resident"]["state"] == "shown"


def test_glenbegs_councillors_speak_as_one_beside_the_star(glenbeg: Place) -> None:
    said = AgreedPosition.objects.in_place(glenbeg).filter(group="elected")
    assert {one.co for one in said} == {"commission", "deliver"}
    assert all(one.heads == {"elected": 3} for one in said)


def test_innisfad_is_empty(innisfad: Place) -> None:
    assert not Service.objects.in_place(innisfad).exists()
    assert not Round.objects.in_place(innisfad).exists()
    assert not Release.objects.in_place(innisfad).exists()


def test_strathmuirs_star_has_something_to_say(strathmuir: Place) -> None:
    bundle = bundle_of(strathmuir, "our-second-map")
    levels = {point["co"]: point["level"] for point in bundle["points"]}
    assert len(set(levels.values())) >= 3
    assert levels["deliver"] > levels["commission"]
    assert {point["status"] for point in bundle["points"]} & {"between", "divided"}
    biggest = bundle["gaps"]["biggest"]
    assert (biggest["co"], biggest["group"], biggest["clear"]) == ("assess", "manager", True)
    changed = {one["co"]: one for one in bundle["change"] if one["more"] is not None}
    assert list(changed) == ["design"]
    before, after = changed["design"]["levels"]
    assert before < after


def test_about_thirty_practices_were_found_and_much_is_not_happening(strathmuir: Place) -> None:
    practice = bundle_of(strathmuir, "our-second-map")["practice"]
    assert 28 <= len(practice["found"]) <= 34
    assert len(practice["not_happening"]) > len(practice["found"])
    assert {one["co"] for one in practice["found"]} == {"commission", "design", "deliver", "assess"}


def test_the_rounds_lie_a_year_apart(strathmuir: Place) -> None:
    first, second = (round_of(strathmuir, s) for s in ("our-first-map", "our-second-map"))
    assert second.closes_at - first.closes_at == timedelta(days=365)
    assert round_before(second) == first
    assert first.instrument_version == second.instrument_version


def test_joiners_and_leavers_are_nobody_or_five_and_more(strathmuir: Place) -> None:
    first, second = (round_of(strathmuir, s) for s in ("our-first-map", "our-second-map"))
    for group in ("elected", "manager", "staff", "resident"):
        then, now = (known_people(round_, group) for round_ in (first, second))
        for some in (now - then, then - now):
            assert len(some) == 0 or len(some) >= 5, group
        assert len(then & now) >= 5


def known_people(round_: Round, group: str) -> set[str]:
    known = Participant.objects.in_place(round_.place).filter(activity=round_.activity_id)
    return set(known.filter(group=group).exclude(pseudonym="").values_list("pseudonym", flat=True))


def test_answers_came_in_while_their_round_was_open(strathmuir: Place) -> None:
    for round_ in Round.objects.in_place(strathmuir):
        sent = Response.objects.in_place(strathmuir).filter(activity=round_.activity_id)
        times = list(sent.values_list("received_at", flat=True))
        assert len(times) > 30
        assert min(times) >= round_.opens_at
        assert max(times) <= min(round_.closes_at, timezone.now())


def test_a_third_round_is_open_to_be_tried(strathmuir: Place) -> None:
    third = round_of(strathmuir, "a-closer-look-at-three-services")
    assert third.state == Round.State.OPEN
    assert third.opens_at < timezone.now() < third.closes_at
    assert third.activity.help_is_answered
    assert latest_release(third) is None
    link = living_link(strathmuir, third.activity_id)
    assert link is not None
    assert link.group == "resident"
    sign_ins = {"ann@example.org", "bo@example.org", "dev@example.org", "rona@example.org"}
    tried = Participant.objects.in_place(strathmuir).filter(
        activity=third.activity_id, person__contact__email__in=sign_ins
    )
    assert not tried.exists()


def test_an_envelope_looks_like_one_that_a_page_wrote(strathmuir: Place) -> None:
    second = round_of(strathmuir, "our-second-map")
    some = Response.objects.in_place(strathmuir).filter(activity=second.activity_id)
    with_report = some.filter(practice_reports__isnull=False).first()
    with_word = some.filter(free_word__isnull=False).first()
    councillor = some.filter(group="elected").first()
    for response in (with_report, with_word, councillor):
        assert response is not None
        assert response.payload_hash == digest_of(payload_of(sheet_of(second, response)))


def test_residents_are_of_four_kinds_and_come_through_every_door(strathmuir: Place) -> None:
    residents = Response.objects.in_place(strathmuir).filter(
        group="resident", activity__kind="explorer_round"
    )
    assert set(residents.values_list("resident_kind", flat=True)) == set(ResidentKind.values)
    assert set(residents.values_list("channel", flat=True)) == set(Response.Channel.values)
    assert max(r.co_answers.values("service").distinct().count() for r in residents[:60]) <= 3


def test_releases_are_frozen_and_whole(strathmuir: Place, glenbeg: Place) -> None:
    releases = [*Release.objects.in_place(strathmuir), *Release.objects.in_place(glenbeg)]
    assert len(releases) == 6  # three Stars, a matrix, a poll, what people said of an event
    assert all(release_is_intact(release) for release in releases)


def test_words_are_released_only_where_there_are_enough(strathmuir: Place, glenbeg: Place) -> None:
    for place in (strathmuir, glenbeg):
        words = FreeWord.objects.in_place(place)
        released = words.filter(state=FreeWord.State.RELEASED).count()
        assert released == 0 or released >= 5
        assert words.filter(state=FreeWord.State.HELD).exists()
    assert all(w.reason for w in FreeWord.objects.in_place(strathmuir).filter(state="kept_back"))


def test_one_map_is_public_and_one_waits_for_the_residents_signature(strathmuir: Place) -> None:
    first, second = (round_of(strathmuir, s) for s in ("our-first-map", "our-second-map"))
    assert first.sharing == Round.Sharing.PUBLIC
    assert first.signed_by_resident_lead_at is not None
    assert second.wanted_sharing == Round.Sharing.PUBLIC
    assert second.signed_by_lead_at is not None
    assert second.signed_by_resident_lead_at is None

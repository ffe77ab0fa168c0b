"""A partnership in full use, made by actions: something to see on every page.

`furnish` gives a place three maps (one drawn, one open, one being prepared) and what grows out of
them. Its `names` stand for what is in an address: `names["drawn"]` is the slug of the drawn map.
Glenbeg gets the same under names of its own, so that a word of Glenbeg's is known anywhere.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from alongside.foundation.files.actions import stage_import
from alongside.foundation.files.papers import paper_pdf
from alongside.foundation.files.services import SPEC as SERVICES
from alongside.foundation.files.wards import SPEC as WARDS
from alongside.foundation.history.actor import Actor, system_actor
from alongside.foundation.initiatives.actions import describe_initiative
from alongside.foundation.initiatives.models import Initiative
from alongside.foundation.jobs.models import Job
from alongside.foundation.members.actions import (
    choose_ward,
    code_of_link,
    invite_person,
    open_link,
)
from alongside.foundation.members.actors import actor_of_seat
from alongside.foundation.members.models import Membership
from alongside.foundation.places.actions import ToldWard, add_wards, open_partnership
from alongside.foundation.places.models import Place, Service, Ward
from alongside.foundation.practices.actions import keep_practices
from alongside.foundation.practices.importing import SPEC as PRACTICES
from alongside.foundation.practices.models import Practice
from alongside.star.board.actions import keep_pack
from alongside.star.board.models import Pack
from alongside.star.board.queries.pack import paper_of
from alongside.star.map_it.actions.answers import save_answers, save_ways
from alongside.star.map_it.actions.baseline import SPEC as BASELINES
from alongside.star.map_it.actions.baseline import keep_baseline
from alongside.star.map_it.actions.choosing import choose_kind, choose_services
from alongside.star.map_it.actions.found import propose_from_gap
from alongside.star.map_it.actions.rounds import open_round
from alongside.star.map_it.actions.sheets_in import sheet_spec
from alongside.star.map_it.actions.tablets import open_tablet
from alongside.star.map_it.models import Round
from alongside.star.map_it.queries.releases import latest_release
from tests.coaching import furnish_coaching
from tests.comments import furnish_comments
from tests.enquiries import furnish_enquiries
from tests.gatherings import furnish_gatherings
from tests.maps import (
    COS,
    answer_everything,
    begin,
    fresh,
    hold_round,
    prepare,
    record_round,
    reports,
    sit_down,
)
from tests.matrices import furnish_matrices
from tests.network import space_with_topic, talk_in_network
from tests.people import Somebody, World, make_somebody, make_world
from tests.posts import furnish_blog
from tests.questionnaires import begin_questions, furnish_questionnaires
from tests.telling import furnish_cases, furnish_collection


@dataclass(frozen=True)
class Furnished:
    """A partnership with something on every page."""

    place: Place
    lead: Somebody
    drawn: Round
    open: Round
    draft: Round
    names: Mapping[str, str]


@dataclass(frozen=True)
class Scene:
    """The world, both partnerships furnished, and everybody who may come to an address."""

    world: World
    strathmuir: Furnished
    glenbeg: Furnished
    vera: Somebody  # a viewer
    lee: Somebody  # was the lead until yesterday
    gil: Somebody  # a national associate, not on a visit
    guest_cookie: str  # of a resident who has begun to answer Strathmuir's open map

    def somebody(self, name: str) -> Somebody:
        """One of the named people who have an account."""
        own = {"Vera": self.vera, "Lee": self.lee, "Gil": self.gil}
        return own.get(name) or getattr(self.world, name.lower())


def make_scene() -> Scene:
    """Make the whole scene in an empty database. Strathmuir shares its Star, Glenbeg doesn't.

    Upper Nith waits for the nation's yes.
    """
    world = make_world()
    case = {**_practice("of the nation"), "title": "Case", "source": "A report"}
    keep_practices(world.nation, new=[case], changed={}, by=system_actor())
    furnish_collection(world.nation, by=world.fay.actor)
    glenbeg = furnish(world.glenbeg, world.eve, [world.elsewhere], told="canary of Glenbeg")
    services = [world.home_care, world.parks]
    strathmuir = furnish(world.strathmuir, world.cara, services, told="in Strathmuir")
    # Public already, and offered to the nation: so the page for sharing shows all its forms.
    Round.objects.in_place(world.strathmuir).filter(pk=strathmuir.drawn.pk).update(
        sharing=Round.Sharing.PUBLIC,
        wanted_sharing=Round.Sharing.NATIONAL,
        preview_until=timezone.now() + timedelta(days=5),
    )
    vera = make_somebody(world.strathmuir, "Vera", role="viewer")
    lee = make_somebody(world.strathmuir, "Lee", role="lead", group="manager")
    yesterday = timezone.localdate() - timedelta(days=1)
    Membership.objects.in_place(world.strathmuir).filter(person=lee.person).update(
        from_on=yesterday - timedelta(days=400), until_on=yesterday
    )
    gil = make_somebody(world.nation, "Gil", role="national_associate")
    open_partnership(
        nation=world.nation,
        name="Upper Nith",
        slug="upper-nith",
        is_pending=True,
        by=system_actor(),
    )
    cookie = begin_to_answer(strathmuir.open, world)
    begin_questions(strathmuir.names["questions"], world)
    strathmuir, glenbeg = furnish_network(world, strathmuir, glenbeg)
    strathmuir, glenbeg = furnish_courses(world, strathmuir, glenbeg)
    return Scene(world, strathmuir, glenbeg, vera, lee, gil, cookie)


def furnish_network(
    world: World, strathmuir: Furnished, glenbeg: Furnished
) -> tuple[Furnished, Furnished]:
    """What both talk about in the open, and each in its own space."""
    common = talk_in_network(world)
    ours = space_with_topic(world.ann, "in Strathmuir")
    theirs = space_with_topic(world.eve, "canary of Glenbeg")
    return (
        replace(strathmuir, names={**strathmuir.names, **common, "space": ours}),
        replace(glenbeg, names={**glenbeg.names, **common, "space": theirs}),
    )


def furnish_courses(
    world: World, strathmuir: Furnished, glenbeg: Furnished
) -> tuple[Furnished, Furnished]:
    """In each a course with somebody in it, and a plan of its own that an associate coaches."""
    una = make_somebody(world.glenbeg, "Una", role="contributor", group="staff")
    kit = make_somebody(world.nation, "Kit", role="national_associate")
    ours = furnish_coaching(
        world.strathmuir,
        "in Strathmuir",
        lead=world.cara,
        holder=world.bo,
        coach=world.fay,
        arranger=world.fay,
    )
    theirs = furnish_coaching(
        world.glenbeg,
        "canary of Glenbeg",
        lead=world.eve,
        holder=una,
        coach=kit,
        arranger=world.fay,
    )
    return (
        replace(strathmuir, names={**strathmuir.names, **ours}),
        replace(glenbeg, names={**glenbeg.names, **theirs}),
    )


def begin_to_answer(round_: Round, world: World) -> str:
    """A guest and Bo have begun; Dev has sent. Return the guest's cookie."""
    seat, cookie = sit_down(round_)
    guest = actor_of_seat(seat)
    sheet = begin(round_, guest)
    choose_kind(round_, sheet, kind="uses", by=guest)
    choose_services(round_, sheet, services=[world.home_care], by=guest)
    first = {COS[0]: ("2", "asked")}
    save_answers(round_, sheet, service=world.home_care, answers=first, by=guest)
    bo = world.bo.actor
    sheet = begin(round_, bo, "staff")
    choose_services(round_, sheet, services=[world.home_care, world.parks], by=bo)
    save_ways(round_, sheet, service=world.home_care, reports=reports("Bo alone"), by=bo)
    answer_everything(round_, world.dev.actor, "elected", [world.home_care], told="Dev alone")
    return cookie


def furnish(place: Place, lead: Somebody, services: Iterable[Service], *, told: str) -> Furnished:
    """Hold a map and draw it, open a second one, prepare a third; and whatever goes with them."""
    services = list(services)
    keep_practices(place, new=[_practice(told)], changed={}, by=lead.actor)
    add_wards(place, [ToldWard(f"Hill {told}"), ToldWard(f"Moor {told}")], by=lead.actor)
    keep_baseline(
        place,
        label=f"Survey {told}",
        on=date(2025, 11, 4),
        source=f"A report {told}",
        levels=dict.fromkeys(COS, 2),
        by=lead.actor,
    )
    record = record_round(place, lead, services, told=told)
    drawn = hold_round(place, lead, services, title=f"Map {told}", told=told)
    opened = prepare(place, lead, services, title=f"Open map {told}")
    open_round(opened, by=lead.actor)
    draft = prepare(place, lead, services, title=f"Next map {told}")
    names = {
        "place": place.slug,
        "drawn": drawn.slug,
        "open": opened.slug,
        "draft": draft.slug,
        "record": record.slug,
        "service": services[0].slug,
        "ward": Ward.objects.in_place(place).earliest("pk").slug,
        **_initiatives(drawn, told, by=lead.actor),
        **_files(fresh(opened), told, by=lead.actor),
        **_ways_in(opened, told, by=lead.actor),
        **furnish_matrices(place, told, by=lead.actor),
        **furnish_questionnaires(place, told, by=lead.actor),
        "pack": str(make_pack(place, by=lead.actor).public_id),
        "job": str(Job.objects.in_place(place).latest("pk").public_id),
        "practice": Practice.objects.in_place(place).get().slug,
        **_told_to_others(place, told, by=lead.actor),
        "nation": place.nation.slug if place.nation else "",
        "case": "case",
    }
    return Furnished(place, lead, drawn, fresh(opened), draft, names)


def _told_to_others(place: Place, told: str, *, by: Actor) -> dict[str, str]:
    """Posts, comments, events, cases."""
    furnishings = (
        furnish_blog,
        furnish_comments,
        furnish_enquiries,
        furnish_gatherings,
        furnish_cases,
    )
    names: dict[str, str] = {}
    for furnish_with in furnishings:
        names |= furnish_with(place, told, by=by)
    return names


def make_pack(place: Place, *, by: Actor) -> Pack:
    """What the job does, at once."""
    paper = paper_of(place)
    with transaction.atomic():
        return keep_pack(place, paper, paper_pdf(paper), by=by)


def _practice(told: str) -> dict[str, object]:
    return {
        "title": f"Practice {told}",
        "service_area": "Home care",
        "co": "design",
        "what_happens": f"People and staff plan the week together, {told}",
    }


def _initiatives(round_: Round, told: str, *, by: Actor) -> dict[str, str]:
    """One that could be tried, and one that happens, which everyone may read."""
    existing = Initiative.objects.in_place(round_.place).order_by("pk").first()
    assert existing is not None
    describe_initiative(
        existing,
        by=by,
        what_happens=f"What happens {told}",
        is_public=True,
        wards=Ward.objects.in_place(round_.place),
    )
    return {"proposal": propose_first_gap(round_, by=by).slug, "existing": existing.slug}


def propose_first_gap(round_: Round, *, by: Actor) -> Initiative:
    """Put the first thing that is not happening on the list."""
    release = latest_release(round_)
    assert release is not None
    gaps = release.bundle["practice"]["not_happening"]
    first = gaps[0]
    return propose_from_gap(round_, gaps, chosen=f"{first['service']}:{first['way']}", by=by)


def _files(round_: Round, told: str, *, by: Actor) -> dict[str, str]:
    """Files that were uploaded and wait to be confirmed, with a problem in each."""
    sheets = {
        "wards-file": (WARDS, f"name,council_area\nHill ward {told},Nowhere\n"),
        "services-file": (SERVICES, f"name,sector\nLunch club {told},choir\n"),
        "baseline-file": (
            BASELINES,
            f"label,co,level,date,people,source\nSurvey {told},design,9,2025-11-04,9,{told}\n",
        ),
        "practices-file": (PRACTICES, f"title,co,service_area,what_happens\nChoir {told},a,b,c\n"),
        "answers-file": (
            sheet_spec(round_),
            "batch,form,group,kind,service,question_1,question_2,question_3,question_4,own_words\n"
            f"LIBRARY,1,residents,,Lunch club,9,2,2,2,Words {told}\n",
        ),
    }
    return {
        key: str(
            stage_import(
                spec, round_.place, content=text.encode(), file_name=f"{told}.csv", by=by
            ).public_id
        )
        for key, (spec, text) in sheets.items()
    }


def _ways_in(round_: Round, told: str, *, by: Actor) -> dict[str, str]:
    """An invitation, an open link, a tablet, a membership to be ended, and a councillor's."""
    place = round_.place
    email = f"{told.replace(' ', '.')}@example.org"
    invited = invite_person(place, email=email, role="viewer", group="", name=told, by=by)
    link = open_link(place, activity_id=round_.activity_id, by=by)
    member = Membership.objects.in_place(place).exclude(role="lead").latest("pk")
    tablet, _code = open_tablet(round_, group="elected", by=by)
    elected = Membership.objects.in_place(place).filter(group="elected").select_related("place")
    councillor = elected.earliest("pk")
    choose_ward(councillor, ward=Ward.objects.in_place(place).earliest("pk"), by=by)
    return {
        "invitation": str(invited.pk),
        "membership": str(member.pk),
        "person": str(member.person.public_id),
        "tablet": str(tablet.number),
        "councillor": str(councillor.pk),
        "activity": str(round_.activity.public_id),
        "code": code_of_link(link),
    }

"""Load the worked example, all of it or nothing."""

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actor import system_actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.places.actions import load_reference_areas
from alongside.foundation.places.models import Place
from alongside.site.demo.blog import write_blog
from alongside.site.demo.cases import tell_cases
from alongside.site.demo.coaching import teach
from alongside.site.demo.comments import comment_on_activities
from alongside.site.demo.enquiries import write_to
from alongside.site.demo.events import hold_events
from alongside.site.demo.initiatives import tell_initiatives
from alongside.site.demo.network import talk_across
from alongside.site.demo.people import elect_councillors, gather_people
from alongside.site.demo.places import open_places
from alongside.site.demo.practices import load_national_practices
from alongside.site.demo.priorities import set_priorities
from alongside.site.demo.questions import ask_a_street
from alongside.site.demo.rounds import hold_rounds
from alongside.site.demo.summary import ADDRESSES, SIGN_INS, DemoSummary, story

PARTNERSHIPS = ("strathmuir", "glenbeg", "innisfad")


def load_demo() -> DemoSummary:
    """Load the example and say what is in it; does nothing where it already is.

    Refused outside demo and test mode: its accounts have a password that everybody knows.
    """
    if settings.MODE not in {"demo", "test"}:
        raise Refusal(
            "demo_mode_only",
            _("The worked example has accounts with a known password. It is for trying out only."),
        )
    nation = Place.objects.filter(slug=story("people")["nation"]["slug"], is_example=True)
    if nation.exists():
        return DemoSummary(False, ADDRESSES, SIGN_INS)  # noqa: FBT003 - the field's name says it
    with transaction.atomic():
        _load()
    return DemoSummary(True, ADDRESSES, SIGN_INS)  # noqa: FBT003


def _load() -> None:
    load_reference_areas()
    nation, partnerships = open_places(PARTNERSHIPS)
    load_national_practices(nation)
    gathered = gather_people(nation, partnerships)
    for name, place in partnerships.items():
        elect_councillors(place, story(name), gathered[name])
        hold_rounds(place, story(name), gathered[name])
        tell_initiatives(place, story(name), by=gathered[name].lead)
        comment_on_activities(place, story(name), by=gathered[name].lead)
        write_to(place, story(name), by=gathered[name].lead)
    tell_cases(
        partnerships["strathmuir"], story("strathmuir-cases"), by=gathered["strathmuir"].lead
    )
    leads = {name: one.lead for name, one in gathered.items()}
    organisers = {nation.slug: system_actor(), **leads}
    hold_events({nation.slug: nation, **partnerships}, organisers, story("events"))
    teach(nation, partnerships)
    set_priorities(
        partnerships["strathmuir"],
        story("strathmuir-priorities"),
        by=gathered["strathmuir"].lead,
    )
    ask_a_street(
        partnerships["strathmuir"],
        story("strathmuir-questions"),
        by=gathered["strathmuir"].lead,
    )
    write_blog(nation, partnerships, story("blog"))
    talk_across()

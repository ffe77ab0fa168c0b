"""What invented people answer: seeded chance around what each group tends to see.

Nobody real stands behind it. A person has a leaning of their own, kept from one map to the next,
so that rounds can be compared person by person; a service has one too. The same story gives the
same answers on every machine.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

SEED = "alongside-example-1"
COS = ("commission", "design", "deliver", "assess")
SPREAD_BETWEEN_PEOPLE = 0.55
SPREAD_OF_ONE_ANSWER = 0.75
# How often people of a group can't tell, or say that this is not for their service.
DONT_KNOW = {"elected": 0.05, "manager": 0.03, "staff": 0.06, "resident": 0.13}
NOT_OUR_ROLE = {"elected": 0.0, "manager": 0.02, "staff": 0.05, "resident": 0.01}
SAYS = ("told", "asked", "together", "people_lead")

Means = Mapping[str, Mapping[str, float]]  # group, Co: where the middle of the answers lies


@dataclass(frozen=True, slots=True)
class Opinion:
    """One answer about one Co in one service."""

    service: str
    co: str
    code: str
    say: str


@dataclass(frozen=True, slots=True)
class View:
    """What a map's answers are drawn around."""

    name: str
    means: Means
    leaning: Mapping[str, float]  # of each service


def opinions(person: str, group: str, services: Sequence[str], view: View) -> list[Opinion]:
    """Return what a person says about each Co in each of the services.

    About the first service a person always has a view, so that everybody is heard on every Co.
    """
    leaning = Random(f"{SEED}:{person}").gauss(0, SPREAD_BETWEEN_PEOPLE)  # noqa: S311 - a story
    chance = Random(f"{SEED}:{view.name}:{person}")  # noqa: S311 - a story, not a secret
    found = []
    for service in services:
        for co in COS:
            middle = view.means[group][co] + view.leaning[service] + leaning
            may_pass = service != services[0]
            code = _code(middle, group, chance, may_pass=may_pass)
            found.append(Opinion(service, co, code, _say(code, chance)))
    return found


def _code(middle: float, group: str, chance: Random, *, may_pass: bool) -> str:
    passes, answer = chance.random(), chance.gauss(middle, SPREAD_OF_ONE_ANSWER)
    if may_pass and passes < DONT_KNOW[group]:
        return "dk"
    if may_pass and passes < DONT_KNOW[group] + NOT_OUR_ROLE[group]:
        return "na"
    return str(min(4, max(0, round(answer))))


def _say(code: str, chance: Random) -> str:
    """Who has the say goes along with how often, loosely; a third leave it open."""
    open_, where = chance.random(), chance.gauss(0, 0.6)
    if not code.isdigit() or open_ < 0.33:
        return ""
    return SAYS[min(3, max(0, round(0.8 * int(code) + where)))]

"""The partnership that is measured: 20 services, two maps of 500 respondents, a year apart.

Invented by the same machinery as the worked example, with every table of the pages well filled.
"""

from typing import Any

from alongside.foundation.places.reference import starter_services
from alongside.star.framework.instrument import load_instrument

PEOPLE = {"elected": 9, "manager": 31, "staff": 140, "resident": 320}
MOVED_ON = {"elected": 0, "manager": 8, "staff": 40, "resident": 150}
COS = ("commission", "design", "deliver", "assess")
MEANS = {
    "elected": (1.5, 2.1, 2.7, 1.4),
    "manager": (1.3, 2.3, 2.8, 2.2),
    "staff": (0.8, 1.9, 2.7, 1.2),
    "resident": (0.5, 1.7, 2.3, 0.8),
}
PRACTICES = 60


def measured_story() -> dict[str, Any]:
    """Return the story of the partnership, in the shape of the example's files."""
    services = [starter.key for starter in starter_services()]
    return {
        "name": "Measured",
        "slug": "measured",
        "contact_name": "Nobody",
        "contact_phone": "01632 960 999",
        "contact_hours": "never",
        "organisations": [{"name": "One body", "sector": "council"}],
        "services": [
            {"key": key, "by": "One body", "leaning": (number % 7 - 3) / 10}
            for number, key in enumerate(services)
        ],
        "rounds": [
            _round("First measured map", 379, moved_on=False),
            _round("Second measured map", 14, moved_on=True),
        ],
        "practice": {"reported": _practices(services), "brings": ["Time"]},
        "words": {"round": 2, "released": [], "held": [], "kept_back": []},
    }


def _round(title: str, closed_days_ago: int, *, moved_on: bool) -> dict[str, Any]:
    first = {group: 1 + (count if moved_on else 0) for group, count in MOVED_ON.items()}
    change = 0.0 if moved_on else -0.8
    return {
        "title": title,
        "closed_days_ago": closed_days_ago,
        "open_days": 28,
        "sharing": "public",
        "people": {g: (first[g], first[g] + count - 1) for g, count in PEOPLE.items()},
        "asked": {"elected": (9, True), "manager": (40, False), "staff": (300, False)},
        "means": {
            group: {
                co: mean + (change if co == "design" else 0)
                for co, mean in zip(COS, means, strict=True)
            }
            for group, means in MEANS.items()
        },
    }


def _practices(services: list[str]) -> list[dict[str, Any]]:
    ways = [way.key for way in load_instrument().ways]
    pairs = [(service, way) for way in ways for service in services]
    step = len(pairs) // PRACTICES
    return [
        {"service": service, "way": way, "groups": ["staff", "resident"], "since": 1}
        for service, way in pairs[: PRACTICES * step : step]
    ]

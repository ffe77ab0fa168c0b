"""Reference data, restated as facts with source and vintage, and how it is loaded.

`council_areas.csv`: the 32 council areas with the integration authority and the health board of
each. Codes and names restated from Public-Health-Scotland/phsmethods (area lookup, commit
33a95d8); population mid-2010 from PsyTeachR/reprores-v3 (CC BY 4.0), which labels it 2021: its
sum, 5,222,100, is the mid-2010 total. The pairing of councils with health boards still wants a
second source, and is not shown to users as fact.
"""

import csv
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
AREA_SOURCE = "Public-Health-Scotland/phsmethods area lookup, commit 33a95d8"
POPULATION_SOURCE = "PsyTeachR/reprores-v3 (CC BY 4.0)"


def council_area_rows() -> list[dict[str, str]]:
    """Return the rows of the reference file, as text."""
    with (FOLDER / "council_areas.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@dataclass(frozen=True, slots=True)
class StarterService:
    """A service to pick from when a partnership begins."""

    key: str
    name: str
    areas: tuple[str, ...]


@cache
def starter_services() -> tuple[StarterService, ...]:
    """Return the starter list of services."""
    entries = tomllib.loads((FOLDER / "services.toml").read_text(encoding="utf-8"))["services"]
    return tuple(StarterService(e["key"], e["name"], tuple(e["areas"])) for e in entries)

"""One line of the access table."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from tests.visitors import VISITORS


def line(told: str) -> dict[str, str]:
    """One answer for each visitor, in their order."""
    answers = told.split()
    assert len(answers) == len(VISITORS), told
    return dict(zip(VISITORS, answers, strict=True))


@dataclass(frozen=True)
class Row:
    """A route at one kind of address, and what reading and sending give to whom.

    `at` names what stands in the address: "place round=drawn co=design" is Strathmuir's drawn
    map; a word that the place has no name for stands for itself.
    """

    name: str
    at: str
    get: dict[str, str]
    post: dict[str, str]
    seen_by: str = ""  # with whose eyes the crawl looks, where it isn't the first who may
    path: str = ""  # for a route without a name

    @property
    def label(self) -> str:
        return f"{self.name}[{self.at}]" if self.at else self.name

    def arguments(self, names: Mapping[str, str]) -> dict[str, str]:
        """What stands in the address where things have these names."""
        pairs = (part.partition("=") for part in self.at.split())
        return {key: names.get(value or key, value or key) for key, _, value in pairs}

    def address(self, names: Mapping[str, str]) -> str:
        """The address where things have these names."""
        return self.address_of(self.arguments(names))

    def address_of(self, arguments: Mapping[str, str]) -> str:
        """The address with exactly these arguments."""
        return self.path.format(**arguments) if self.path else reverse(self.name, kwargs=arguments)

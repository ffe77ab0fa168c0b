"""In which languages a spreadsheet is written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from alongside.engines.questions.xlsform.rows import Row, language_of

SPOKEN = ("label", "hint", "required_message", "constraint_message")


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages, the first one first. `default` stands for columns that name none."""

    all: tuple[str, ...]
    default: str

    def text(self, told: Mapping[str, str]) -> dict[str, str]:
        """Texts by language, those that name none under the default."""
        found = {self.default: told[""]} if "" in told else {}
        return found | {language: words for language, words in told.items() if language}


def languages_of(rows: Iterable[Row], settings: Row | None) -> Languages:
    """Return the languages of the survey and its choices."""
    found = dict.fromkeys(
        language for row in rows for name, language in row.cells if name in SPOKEN
    )
    chosen = language_of(settings.get("default_language")) if settings else ""
    named = [language for language in found if language]
    default = chosen if chosen and (chosen in named or "" in found) else ""
    if not default and "" not in found and named:
        default = named[0]
    return Languages((default, *(language for language in named if language != default)), default)

"""Conditions and answers, as they meet."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from alongside.engines.questions.contents import Choice
from alongside.engines.questions.expressions import Expression, Value, parse


@lru_cache(maxsize=4096)
def condition_of(source: str) -> Expression:
    return parse(source)


def marks_of(choice: Choice, columns: Iterable[str]) -> dict[str, str]:
    """What a choice has in each column of its list."""
    return {column: choice.marks.get(column, "") for column in columns} | {"name": choice.name}


def value_of(answer: Any) -> Value:
    """An answer as conditions see it."""
    if answer is None:
        return ""
    if answer is True:
        return "OK"
    if isinstance(answer, int):
        return float(answer)
    if isinstance(answer, Mapping):
        return " ".join(answer[key] for key in ("lat", "lon") if key in answer)
    return answer if isinstance(answer, str) else " ".join(answer)

"""The functions of conditions, each with how many things it takes. Source: ODK XForms, "Functions"."""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from alongside.engines.questions.expressions import texts
from alongside.engines.questions.expressions.scope import Scope
from alongside.engines.questions.expressions.tree import Answer, Node
from alongside.engines.questions.expressions.values import (
    Value,
    as_number,
    as_text,
    as_yes,
    date_of,
)

ANY = 1_000


@dataclass(frozen=True, slots=True)
class Given:
    """What a function was given: each part is worked out when it is asked for."""

    nodes: tuple[Node, ...]
    scope: Scope
    work_out: Callable[[Node, Scope], Value]

    def __len__(self) -> int:
        return len(self.nodes)

    def value(self, at: int) -> Value:
        return self.work_out(self.nodes[at], self.scope)

    def text(self, at: int) -> str:
        return as_text(self.value(at))

    def number(self, at: int) -> float:
        return as_number(self.value(at))

    def yes(self, at: int) -> bool:
        return as_yes(self.value(at))

    def all(self, begin: int = 0) -> Iterator[Value]:
        """Every value; a question stands for each time that it was asked."""
        for node in self.nodes[begin:]:
            if isinstance(node, Answer):
                yield from self.scope.values(node.name)
            else:
                yield self.work_out(node, self.scope)

    def numbers(self) -> list[float]:
        """Every number that was given; what isn't answered is left out."""
        return [as_number(value) for value in self.all() if value != ""]


@dataclass(frozen=True, slots=True)
class Function:
    """How many things a function takes, and what it gives."""

    gives: Callable[[Given], Value]
    fewest: int
    most: int

    @property
    def takes(self) -> str:
        """How many things it takes, in words."""
        if self.most == ANY:
            return f"at least {self.fewest}"
        return str(self.fewest) if self.fewest == self.most else f"{self.fewest} to {self.most}"


def _if(given: Given) -> Value:
    return given.value(1) if given.yes(0) else given.value(2)


def _coalesce(given: Given) -> Value:
    first = given.value(0)
    return given.value(1) if first == "" else first


def _once(given: Given) -> Value:
    held = given.scope.here()
    return given.value(0) if held == "" else held


def _selected(given: Given) -> bool:
    return given.text(1).strip() in given.text(0).split()


def _selected_at(given: Given) -> str:
    chosen, at = given.text(0).split(), given.number(1)
    return chosen[int(at)] if 0 <= at < len(chosen) else ""


def _count_selected(given: Given) -> float:
    return float(len(given.text(0).split()))


def _label(given: Given) -> Value:
    # The question is named in quotes: jr:choice-name(${region}, '${region}').
    name = given.text(1).strip().removeprefix("${").removesuffix("}").strip()
    return given.scope.label(name, given.text(0))


def _whole(given: Given) -> float:
    number = given.number(0)
    return float(math.trunc(number)) if math.isfinite(number) else math.nan


def _round(given: Given) -> float:
    number, digits = given.number(0), given.number(1) if len(given) > 1 else 0.0
    if not math.isfinite(number) or not -15 <= digits <= 15:
        return math.nan
    scale = 10.0 ** int(digits)
    return math.floor(number * scale + 0.5) / scale


def _floor(given: Given) -> float:
    number = given.number(0)
    return float(math.floor(number)) if math.isfinite(number) else number


def _ceiling(given: Given) -> float:
    number = given.number(0)
    return float(math.ceil(number)) if math.isfinite(number) else number


def _reckoned(of: Callable[..., float]) -> Callable[[Given], float]:
    """Numbers to a number, and NaN where mathematics has no answer."""

    def gives(given: Given) -> float:
        try:
            return float(of(*(given.number(at) for at in range(len(given)))))
        except (ValueError, OverflowError, ZeroDivisionError, TypeError):
            return math.nan

    return gives


def _least(given: Given) -> float:
    return min(given.numbers(), default=math.nan)


def _most(given: Given) -> float:
    return max(given.numbers(), default=math.nan)


def _position(given: Given) -> float:
    return float(given.scope.position())


def _count(given: Given) -> float:
    return float(sum(1 for _value in given.all()))


def _count_answered(given: Given) -> float:
    return float(sum(1 for value in given.all() if value != ""))


def _today(given: Given) -> str:
    return given.scope.today.isoformat()


def _now(given: Given) -> str:
    return given.scope.now.replace(microsecond=0).isoformat()


def _date(given: Given) -> str:
    return date_of(given.value(0))


def _date_time(given: Given) -> str:
    words = given.text(0)
    try:
        return datetime.fromisoformat(words).isoformat()
    except ValueError:
        return date_of(words)


def _written_date(given: Given) -> str:
    try:
        day = date.fromisoformat(date_of(given.value(0)))
    except ValueError:
        return ""
    return texts.date_by_pattern(day, given.text(1))


def _yes_text(given: Given) -> bool:
    return given.text(0) in {"1", "true"}


FUNCTIONS: dict[str, Function] = {
    "true": Function(lambda _given: True, 0, 0),
    "false": Function(lambda _given: False, 0, 0),
    "not": Function(lambda given: not given.yes(0), 1, 1),
    "boolean": Function(lambda given: given.yes(0), 1, 1),
    "boolean-from-string": Function(_yes_text, 1, 1),
    "if": Function(_if, 3, 3),
    "coalesce": Function(_coalesce, 2, 2),
    "once": Function(_once, 1, 1),
    "selected": Function(_selected, 2, 2),
    "selected-at": Function(_selected_at, 2, 2),
    "count-selected": Function(_count_selected, 1, 1),
    "jr:choice-name": Function(_label, 2, 2),
    "number": Function(lambda given: given.number(0), 1, 1),
    "int": Function(_whole, 1, 1),
    "round": Function(_round, 1, 2),
    "floor": Function(_floor, 1, 1),
    "ceiling": Function(_ceiling, 1, 1),
    "abs": Function(_reckoned(abs), 1, 1),
    "pow": Function(_reckoned(math.pow), 2, 2),
    "sqrt": Function(_reckoned(math.sqrt), 1, 1),
    "exp": Function(_reckoned(math.exp), 1, 1),
    "log": Function(_reckoned(math.log), 1, 1),
    "log10": Function(_reckoned(math.log10), 1, 1),
    "pi": Function(lambda _given: math.pi, 0, 0),
    "sum": Function(lambda given: math.fsum(given.numbers()), 1, ANY),
    "min": Function(_least, 1, ANY),
    "max": Function(_most, 1, ANY),
    "count": Function(_count, 1, 1),
    "count-non-empty": Function(_count_answered, 1, ANY),
    "position": Function(_position, 0, 1),
    "string": Function(lambda given: given.text(0), 1, 1),
    "string-length": Function(lambda given: float(len(given.text(0))), 1, 1),
    "substr": Function(texts.part, 2, 3),
    "substring-before": Function(lambda given: texts.before(given.text(0), given.text(1)), 2, 2),
    "substring-after": Function(lambda given: texts.after(given.text(0), given.text(1)), 2, 2),
    "concat": Function(lambda given: "".join(map(as_text, given.all())), 1, ANY),
    "join": Function(lambda given: given.text(0).join(map(as_text, given.all(1))), 2, ANY),
    "contains": Function(lambda given: given.text(1) in given.text(0), 2, 2),
    "starts-with": Function(lambda given: given.text(0).startswith(given.text(1)), 2, 2),
    "ends-with": Function(lambda given: given.text(0).endswith(given.text(1)), 2, 2),
    "normalize-space": Function(lambda given: " ".join(given.text(0).split()), 1, 1),
    "translate": Function(texts.translated, 3, 3),
    "regex": Function(lambda given: texts.fits(given.text(0), given.text(1)), 2, 2),
    "today": Function(_today, 0, 0),
    "now": Function(_now, 0, 0),
    "date": Function(_date, 1, 1),
    "date-time": Function(_date_time, 1, 1),
    "format-date": Function(_written_date, 2, 2),
    "format-date-time": Function(_written_date, 2, 2),
    "decimal-date-time": Function(lambda given: given.number(0), 1, 1),
    "decimal-time": Function(lambda given: given.number(0), 1, 1),
}
FILES = "it reads another file; put the choices into the sheet “choices”"
CHANCE = "nothing here is left to chance: two people must be asked the same"
NOT_SUPPORTED: dict[str, str] = {
    "pulldata": FILES,
    "instance": FILES,
    "search": FILES,
    "random": CHANCE,
    "randomize": CHANCE,
    "uuid": CHANCE,
    "indexed-repeat": "it looks into another turn of a repeated group; that is not supported yet",
    "area": "it works with shapes on a map, which are not asked for here",
    "distance": "it works with lines on a map, which are not asked for here",
    "digest": "it is not supported",
    "property": "it asks for the device's own facts, which are not kept here",
}

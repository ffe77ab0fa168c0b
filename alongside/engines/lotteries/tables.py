"""Pools and quotas in the two CSV layouts that organisers of such lotteries use.

*Quotas*: a row for each value of a feature, with the columns `feature`, `value`, `min`, `max`, and
perhaps `min_flex`, `max_flex`. Older files call the first two `category` and `name`. *Pool*: a row
for each person, with a column for the id, one of the same name for each feature, and any others.
Case and spaces around a word don't matter, empty rows are passed over, and so are other columns.

Every problem of a file is told at once, with its line and column.

Source: the documentation of the public library sortition-algorithms, whose files these are.
"""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .errors import LotteriesError
from .people import Person, Quota

FEATURE = ("feature", "category")
VALUE = ("value", "name", "category value", "category_value", "category-value")
USUAL_IDS = ("id", "person_id", "nationbuilder_id")
MOST_TOLD = 20


@dataclass(eq=False)
class _Problems:
    """What is wrong with a file, line by line."""

    file: str
    found: list[str] = field(default_factory=list)

    def add(self, line: int, column: str, what: str) -> None:
        self.found.append(f"{self.file}, line {line}, column {column}: {what}")

    def refuse(self) -> None:
        """Raise what was found, if anything."""
        if self.found:
            more = len(self.found) - MOST_TOLD
            told = [*self.found[:MOST_TOLD], *([f"and {more} more"] if more > 0 else [])]
            raise LotteriesError("bad_table", "\n".join(told), problems=tuple(self.found))


@dataclass(frozen=True, eq=False)
class _Table:
    header: list[str]
    rows: list[tuple[int, list[str]]]


def quotas_from(content: bytes, *, file: str = "quotas") -> list[Quota]:
    """The quotas of a file. Raises `LotteriesError`: `bad_table`.

    >>> lines = [b"category,name,min,max", b"Age,Old,2,3"]
    >>> quotas_from(bytes([10]).join(lines))[0].most
    3
    """
    problems = _Problems(file)
    table = _table(content, problems)
    at = {
        "feature": _column(table, FEATURE, problems),
        "value": _column(table, VALUE, problems),
        **{name: _column(table, (name,), problems) for name in ("min", "max")},
    }
    flex = {name: _found(table, (name,)) for name in ("min_flex", "max_flex")}
    problems.refuse()
    at |= {name: columns[0] for name, columns in flex.items() if columns}
    quotas: list[Quota] = []
    first: dict[tuple[str, str], int] = {}
    names: dict[str, str] = {}
    for line, row in table.rows:
        if not row[at["feature"]]:
            continue
        if (quota := _quota(line, row, at, problems)) is None:
            continue
        name = names.setdefault(quota.feature.casefold(), quota.feature)
        same = name, quota.value.casefold()
        if same in first:
            problems.add(line, "value", f"{quota.value} stands in line {first[same]} already.")
        first.setdefault(same, line)
        quotas.append(replace(quota, feature=name))
    if not quotas and not problems.found:
        problems.add(2, table.header[at["feature"]], "there is no quota in this file.")
    problems.refuse()
    return quotas


def _quota(line: int, row: list[str], at: dict[str, int], problems: _Problems) -> Quota | None:
    before = len(problems.found)
    if not row[at["value"]]:
        problems.add(line, "value", "is empty.")
    numbers: dict[str, int] = {}
    for name in ("min", "max", "min_flex", "max_flex"):
        if name not in at or (name.endswith("flex") and not row[at[name]]):
            continue
        text = row[at[name]]
        if not (text.isascii() and text.isdigit()):
            problems.add(line, name, f"{text!r} is no whole number from 0 upwards.")
            continue
        numbers[name] = int(text)
    if len(problems.found) > before:
        return None
    least, most = numbers["min"], numbers["max"]
    if least > most:
        problems.add(line, "min", f"{least} is more than the max, {most}.")
    if numbers.get("min_flex", 0) > least:
        problems.add(line, "min_flex", f"{numbers['min_flex']} is more than the min, {least}.")
    if numbers.get("max_flex", most) < most:
        problems.add(line, "max_flex", f"{numbers['max_flex']} is less than the max, {most}.")
    flex = numbers.get("min_flex", 0), numbers.get("max_flex")
    return Quota(row[at["feature"]], row[at["value"]], least, most, *flex)


def people_from(
    content: bytes,
    quotas: Sequence[Quota],
    *,
    id_column: str | None = None,
    household: Sequence[str] = (),
    file: str = "pool",
) -> list[Person]:
    """The people of a file; values get the spelling of the quotas.

    Without `id_column` it is `id`, `person_id` or `nationbuilder_id`, or else the first column.
    People with the same words in all columns of `household` live together; who has none of them
    filled in lives with nobody. A row that stands there twice counts once.

    Raises `LotteriesError`: `bad_table`.
    """
    problems = _Problems(file)
    table = _table(content, problems)
    id_at = _id_column(table, id_column, problems)
    features = list(dict.fromkeys(quota.feature.casefold() for quota in quotas))
    at = {feature: _column(table, (feature,), problems) for feature in features}
    homes = [_column(table, (name,), problems) for name in household]
    problems.refuse()
    spelling = {feature: _spelling(quotas, feature) for feature in features}
    found: dict[str, tuple[int, Person]] = {}
    for line, row in table.rows:
        values = _values(line, {name: row[at[name]] for name in features}, spelling, problems)
        person = Person(row[id_at], values, _home([row[column] for column in homes]))
        if not person.id:
            problems.add(line, table.header[id_at], "is empty.")
        first, same = found.setdefault(person.id, (line, person))
        if same != person:
            what = f"{person.id} stands in line {first} already, with other values."
            problems.add(line, table.header[id_at], what)
    if not found and not problems.found:
        problems.add(2, table.header[id_at], "there is nobody in this file.")
    problems.refuse()
    return [person for _, person in found.values()]


def _values(
    line: int,
    said: dict[str, str],
    spelling: dict[str, tuple[str, dict[str, str]]],
    problems: _Problems,
) -> dict[str, str]:
    values = {}
    for feature, value in said.items():
        name, spelt = spelling[feature]
        if value.casefold() not in spelt:
            what = f"{value!r} is in none of the quotas." if value else "is empty."
            problems.add(line, name, what)
        values[name] = spelt.get(value.casefold(), value)
    return values


def _spelling(quotas: Sequence[Quota], feature: str) -> tuple[str, dict[str, str]]:
    """A feature and its values as quotas spell them, the feature as the first does."""
    same = [quota for quota in quotas if quota.feature.casefold() == feature]
    return same[0].feature, {quota.value.casefold(): quota.value for quota in same}


def _home(words: list[str]) -> str | None:
    return "\n".join(word.casefold() for word in words) if any(words) else None


def _table(content: bytes, problems: _Problems) -> _Table:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        problems.add(line, "any", "is not UTF-8. Save the file as CSV in UTF-8.")
        problems.refuse()
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    lines: list[tuple[int, list[str]]] = []
    try:
        lines.extend((reader.line_num, [word.strip() for word in row]) for row in reader)
    except csv.Error as error:
        problems.add(reader.line_num, "any", f"can't be read as CSV ({error}).")
    filled = [(number, row) for number, row in lines if any(row)]
    if not filled and not problems.found:
        problems.add(1, "any", "the file is empty.")
    problems.refuse()
    header = filled[0][1]
    for number, row in filled[1:]:
        if len(row) > len(header) and any(row[len(header) :]):
            what = f"the row has {len(row)} columns, the header {len(header)}."
            problems.add(number, str(len(header) + 1), what)
    rows = [(n, (row + [""] * len(header))[: len(header)]) for n, row in filled[1:]]
    return _Table(header, rows)


def _found(table: _Table, names: Sequence[str]) -> list[int]:
    wanted = {name.strip().casefold() for name in names}
    return [at for at, name in enumerate(table.header) if name.casefold() in wanted]


def _column(table: _Table, names: Sequence[str], problems: _Problems) -> int:
    """Where the column of that name is; -1 with a problem if there is none, or more than one."""
    found = _found(table, names)
    if len(found) == 1:
        return found[0]
    what = "stands there more than once." if found else "is missing."
    problems.add(1, " or ".join(names[:2]), what)
    return -1


def _id_column(table: _Table, name: str | None, problems: _Problems) -> int:
    if name is not None:
        return _column(table, (name,), problems)
    usual = (found[0] for one in USUAL_IDS if len(found := _found(table, (one,))) == 1)
    return next(usual, 0)

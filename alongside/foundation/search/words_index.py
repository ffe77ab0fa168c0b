"""The words index of each database: FTS5 in SQLite, a text search vector in PostgreSQL.

PostgreSQL keeps the vector itself, in a generated column. SQLite has a table beside, whose rows
have the numbers of `SearchRow`; it is written here and nowhere else. Both know the stems of English
words: "inspections" finds "inspection".
"""

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection
from django.db.models import BooleanField
from django.db.models.expressions import RawSQL

from alongside.foundation.search.models import SearchRow

WORD = re.compile(r"\w+")
MOST_WORDS = 8
# What stands around found words in a snippet; no text holds these characters.
BEGIN, END = "\x02", "\x03"
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f]")

SQLITE_TABLES = (
    "CREATE VIRTUAL TABLE search_words USING fts5("
    "title, text, tokenize = 'porter unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab(search_words, 'row')",
)
POSTGRES_COLUMN = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    "ALTER TABLE search_searchrow ADD COLUMN words tsvector GENERATED ALWAYS AS ("
    "setweight(to_tsvector('english', title), 'A') || to_tsvector('english', text)) STORED",
    "CREATE INDEX search_words_index ON search_searchrow USING gin (words)",
    "CREATE INDEX search_title_index ON search_searchrow USING gist (title gist_trgm_ops)",
)


def is_sqlite() -> bool:
    """Whether the words stand in a table of their own."""
    return connection.vendor == "sqlite"


def index_rows(rows: Iterable[SearchRow]) -> None:
    """Let the words of rows be found; those they had before are found no more."""
    if is_sqlite():
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT OR REPLACE INTO search_words (rowid, title, text) VALUES (%s, %s, %s)",
                [(row.pk, row.title, row.text) for row in rows],
            )


def forget_rows(ids: Sequence[int]) -> None:
    """Let the words of rows that are gone be found no more."""
    if is_sqlite():
        with connection.cursor() as cursor:
            cursor.executemany("DELETE FROM search_words WHERE rowid = %s", [(pk,) for pk in ids])


def words_of(typed: str) -> list[str]:
    """Return the words of what somebody typed; the first few of many."""
    return [word.lower() for word in WORD.findall(typed.replace("_", " "))][:MOST_WORDS]


def question(words: Sequence[str]) -> str:
    """Return the words as this database asks for them: all of them, the last one perhaps begun."""
    if is_sqlite():
        return " ".join(f'"{word}"' for word in words[:-1]) + f' "{words[-1]}" *'
    return " & ".join([*words[:-1], f"{words[-1]}:*"])


def printable(text: str) -> str:
    """Return the text without the characters that mark what was found."""
    return UNPRINTABLE.sub(" ", text)


# Whoever may not see a row doesn't learn that there is one (trust 20).
SCOPE = (
    "(r.place_id = ANY(%s) OR r.is_nationwide AND r.place_id = ANY(%s)"
    " OR r.public_path <> '' AND p.state IN ('active', 'leaving'))"
)
BEST_POSTGRES = """
SELECT r.id FROM search_searchrow r JOIN places_place p ON p.id = r.place_id,
to_tsquery('english', %s) asked
WHERE r.words @@ asked AND {scope}{kind}
ORDER BY ts_rank(r.words, asked) DESC, r.id LIMIT %s OFFSET %s"""
BEST_SQLITE = """
SELECT r.id FROM search_words JOIN search_searchrow r ON r.id = search_words.rowid
JOIN places_place p ON p.id = r.place_id
WHERE search_words MATCH %s AND rank MATCH 'bm25(8.0, 1.0)' AND {scope}{kind}
ORDER BY rank LIMIT %s OFFSET %s"""  # by `rank`, FTS5 sorts before it joins
TOLD = "r.id, r.kind, r.title, r.public_path, r.inside_path, r.place_id, p.name, p.slug, "
TOLD_POSTGRES = f"""
SELECT {TOLD} ts_headline('english', r.text, to_tsquery('english', %s),
'MaxWords=30, MinWords=15, MaxFragments=1, StartSel={BEGIN}, StopSel={END}')
FROM search_searchrow r JOIN places_place p ON p.id = r.place_id WHERE r.id = ANY(%s)"""  # noqa: S608 - constants
TOLD_SQLITE = f"""
SELECT {TOLD} snippet(search_words, 1, '{BEGIN}', '{END}', '…', 28)
FROM search_words JOIN search_searchrow r ON r.id = search_words.rowid
JOIN places_place p ON p.id = r.place_id
WHERE search_words MATCH %s AND search_words.rowid IN (SELECT value FROM json_each(%s))"""  # noqa: S608 - constants


# The words are looked for once, and before anything else, whatever the planner knows of the tables.
KEYS_SQLITE = """{column} IN (
SELECT CAST(r.key AS integer) FROM search_words
CROSS JOIN search_searchrow r ON r.id = search_words.rowid
WHERE search_words MATCH %s AND +r.kind = %s)"""
KEYS_POSTGRES = """{column} = ANY(ARRAY(
SELECT CAST(r.key AS bigint) FROM search_searchrow r
WHERE r.words @@ to_tsquery('english', %s) AND r.kind = %s))"""


def best_rows(
    asked: str,
    kind: str,
    *,
    places: Sequence[int],
    nations: Sequence[int],
    window: tuple[int, int],
) -> list[int]:
    """Return the numbers of the best rows for a question, of those that a reader may see.

    Their inner pages they read in `places`, and what is for a nation in `nations`. The window is
    how many, and from where on.
    """
    template, scope = BEST_POSTGRES, SCOPE
    if is_sqlite():
        template = BEST_SQLITE
        scope = SCOPE.replace("= ANY(%s)", "IN (SELECT value FROM json_each(%s))")
    statement = template.format(scope=scope, kind=" AND r.kind = %s" if kind else "")
    of_kind = [kind] if kind else []
    return [
        row[0] for row in _ask(statement, asked, list(places), list(nations), *of_kind, *window)
    ]


def rows_told(asked: str, ids: Sequence[int]) -> dict[int, tuple[Any, ...]]:
    """Return what a list of results tells of rows, each with a snippet, by their numbers."""
    if not ids:
        return {}
    statement = TOLD_SQLITE if is_sqlite() else TOLD_POSTGRES
    return {row[0]: row for row in _ask(statement, asked, list(ids))}


def holds_words(column: str, typed: str, kind: str) -> RawSQL | None:
    """Return a condition: what is named by the numbers in this column holds all these words.

    For lists that everybody may read: it doesn't ask who looks. Nothing where no word was typed.
    """
    words = words_of(typed)
    if not words:
        return None
    statement = (KEYS_SQLITE if is_sqlite() else KEYS_POSTGRES).format(column=column)
    yes = BooleanField()
    return RawSQL(statement, (question(words), kind), output_field=yes)  # noqa: S611 - constants


def words_near(word: str) -> list[str]:
    """Return words that somebody wrote and that may be meant; of titles only in PostgreSQL."""
    if is_sqlite():
        begins = "SELECT term FROM search_vocabulary WHERE term LIKE %s"
        return [row[0] for row in _ask(begins, f"{word[0]}%")]
    near = "SELECT title FROM search_searchrow ORDER BY %s <<-> title LIMIT 20"
    return sorted({near for row in _ask(near, word) for near in words_of(row[0])})


def _ask(statement: str, *params: Any) -> list[tuple[Any, ...]]:
    """Run a statement. SQLite takes a list of numbers as text."""
    if is_sqlite():
        params = tuple(json.dumps(p) if isinstance(p, list) else p for p in params)
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return list(cursor.fetchall())

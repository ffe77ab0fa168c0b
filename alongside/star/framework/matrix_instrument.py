"""The questions of the Priority Matrix as a dated file: criteria with words for each step."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

DEFAULT_MATRIX = "matrix-1"
LANGUAGE = "en"
_FOLDER = files("alongside.star.framework") / "instruments"


@dataclass(frozen=True, slots=True)
class MatrixCriterion:
    """One question with five anchors, from 1 to 5."""

    key: str
    name: str
    question: str
    anchors: tuple[str, ...]
    less_is_better: bool


@dataclass(frozen=True, slots=True)
class MatrixInstrument:
    """The criteria that every matrix begins with, and the line between low and high."""

    version: str
    line: float
    criteria: tuple[MatrixCriterion, ...]


@cache
def load_matrix_instrument(version: str = DEFAULT_MATRIX) -> MatrixInstrument:
    """Return the questions of that version; read once."""
    known = {entry.name for entry in _FOLDER.iterdir()}
    if not version.startswith("matrix-") or f"{version}.toml" not in known:
        message = f"there are no questions {version!r}"
        raise LookupError(message)
    content = tomllib.loads((_FOLDER / f"{version}.toml").read_text(encoding="utf-8"))
    criteria = tuple(
        MatrixCriterion(
            key=row["key"],
            name=row[LANGUAGE]["name"],
            question=row[LANGUAGE]["question"],
            anchors=tuple(row[LANGUAGE]["anchors"]),
            less_is_better=row["less_is_better"],
        )
        for row in content["criterion"]
    )
    return MatrixInstrument(version, float(content["line"]), criteria)

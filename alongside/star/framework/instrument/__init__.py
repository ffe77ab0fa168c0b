"""The instrument: what is asked, on which scale, about which ways of working, of whom.

An instrument is a dated file with its texts by language inside, so that a round that froze a version
can always show what people were asked. It is Alongside's own, and says so. Texts hold words that a
partnership may choose; `fill` of the places' vocabulary puts them in.
"""

from functools import cache
from importlib.resources import files

from alongside.star.framework.instrument.parts import (
    DEFAULT_LANGUAGE,
    Answer,
    Co,
    Group,
    Instrument,
    InstrumentError,
    Question,
    ResidentKind,
    Say,
    Step,
    Way,
)
from alongside.star.framework.instrument.reading import read_instrument

__all__ = [
    "DEFAULT_LANGUAGE",
    "DEFAULT_VERSION",
    "Answer",
    "Co",
    "Group",
    "Instrument",
    "InstrumentError",
    "Question",
    "ResidentKind",
    "Say",
    "Step",
    "Way",
    "available_versions",
    "load_instrument",
    "read_instrument",
]

DEFAULT_VERSION = "explorer-1"
_FOLDER = files("alongside.star.framework") / "instruments"


@cache
def load_instrument(version: str = DEFAULT_VERSION) -> Instrument:
    """The instrument of that version, checked; read once."""
    if version not in available_versions():
        raise InstrumentError(f"there is no instrument {version!r}")
    text = (_FOLDER / f"{version}.toml").read_text(encoding="utf-8")
    return read_instrument(text, version=version)


@cache
def available_versions() -> tuple[str, ...]:
    """The versions that lie in this installation, in alphabetical order."""
    names = [entry.name.removesuffix(".toml") for entry in _FOLDER.iterdir()]
    return tuple(sorted(name for name in names if name.startswith("explorer-")))

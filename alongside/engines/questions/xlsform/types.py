"""What a row of the survey asks for, by the words in its column "type"."""

import re
from dataclasses import dataclass

from alongside.engines.questions.kinds import Kind

SPOKEN = (  # how people have written the same over the years
    (re.compile(r"^(?:q|add|get)\s+|^uri:|\s+prompt\b", re.IGNORECASE), ""),
    (re.compile(r"\s+using\s+", re.IGNORECASE), " from "),
    (re.compile(r"^select[ _]?(?:one|1)(?:[ _]from)?\s+", re.IGNORECASE), "select_one "),
    (
        re.compile(r"^select[ _](?:all[ _]that[ _]apply|multiple)(?:[ _]from)?\s+", re.IGNORECASE),
        "select_multiple ",
    ),
    (re.compile(r"^(begin|end)[ _](?:looped[ _])?(group|repeat)$", re.IGNORECASE), r"\1_\2"),
)
PLAIN = {
    "text": Kind.TEXT, "string": Kind.TEXT, "integer": Kind.WHOLE, "int": Kind.WHOLE,
    "decimal": Kind.DECIMAL, "range": Kind.SCALE, "date": Kind.DATE, "time": Kind.TIME,
    "note": Kind.NOTE, "geopoint": Kind.PLACE, "gps": Kind.PLACE, "location": Kind.PLACE,
    "image": Kind.PHOTO, "photo": Kind.PHOTO, "acknowledge": Kind.CONSENT, "trigger": Kind.CONSENT,
    "phone number": Kind.TEXT, "percentage": Kind.WHOLE, "calculate": Kind.WORKED_OUT, "calculation": Kind.WORKED_OUT,
}  # fmt: skip
CHOOSING = {
    "select_one": Kind.ONE, "select_multiple": Kind.SEVERAL, "rank": Kind.RANKING,
}  # fmt: skip
ABOUT_THE_DEVICE = frozenset({
    "start", "end", "today", "start time", "end time", "device id", "imei", "sim id", "subscriber id", "deviceid", "device_id", "phonenumber", "phone_number", "username", "email",
    "subscriberid", "simserial", "sim_id", "audit", "start-geopoint", "background-audio", "hidden",
    "background-geopoint", "last-saved",
})  # fmt: skip
DAY_AND_TIME = (
    "a day with a time isn't asked for here: ask for the day and the time in two questions"
)
OTHER_FILE = "choices in another file aren't read: put them into the sheet “choices”"
OTHERWISE = {
    "datetime": DAY_AND_TIME,
    "date time": DAY_AND_TIME,
    "geotrace": "lines on a map aren't asked for here",
    "geoshape": "areas on a map aren't asked for here",
    "audio": "sound isn't taken here",
    "video": "films aren't taken here",
    "file": "files other than photos aren't taken here",
    "barcode": "bar codes aren't read here",
    "select_one_from_file": OTHER_FILE,
    "select_multiple_from_file": OTHER_FILE,
    "select_one_external": OTHER_FILE,
    "xml-external": "other files aren't read",
    "csv-external": "other files aren't read",
    "osm": "features of a map aren't asked for here",
    "entity": "entities aren't kept here",
}


@dataclass(frozen=True, slots=True)
class Asks:
    """What a row asks for: a kind, a border of a group, or what isn't asked here and why."""

    kind: Kind | None = None
    choices: str = ""
    has_other: bool = False
    border: str = ""
    is_about_device: bool = False
    left_out: str = ""


def asks(words: str) -> Asks | None:
    """Return what the words in "type" ask for; None if nobody knows.

    >>> asks("select all that apply from meals or other").kind
    <Kind.SEVERAL: 'several'>
    """
    plain = " ".join(words.split())
    for pattern, spoken in SPOKEN:
        plain = pattern.sub(spoken, plain)
    lower = plain.lower()
    first, _blank, rest = plain.partition(" ")
    name = first.lower()
    if lower in {"begin_group", "end_group", "begin_repeat", "end_repeat"}:
        return Asks(border=lower)
    if name in CHOOSING and rest:
        other = re.search(r"\s+or[ _](specify[ _])?other$", rest, re.IGNORECASE)
        return Asks(CHOOSING[name], rest[: other.start()] if other else rest, other is not None)
    if lower in PLAIN:
        return Asks(PLAIN[lower])
    if lower in ABOUT_THE_DEVICE or name in ABOUT_THE_DEVICE:
        return Asks(is_about_device=True)
    why = OTHERWISE.get(lower) or OTHERWISE.get(name)
    return Asks(left_out=why) if why else None

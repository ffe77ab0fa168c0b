"""Which work there is, by name. Strings, because the rooms that do the work lie above this one.

A test proves that every name leads to a function. A function of WORK is called as
`work(context, **arguments)` (see `runner.JobContext`) and returns the address of its result, or
nothing. One of SWEEPS is called without arguments by every worker, once at its start and then at
that interval; it looks for things that are due, so calling it twice does nothing twice.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.module_loading import import_string


@dataclass(frozen=True, slots=True)
class Sweep:
    """Something that falls due by itself."""

    path: str
    every_seconds: int


WORK: dict[str, str] = {
    "board.make_pack": "alongside.star.board.jobs.make_pack",
    "case_studies.liken": "alongside.learning.case_studies.jobs.liken_job",
    "case_studies.make_booklet": "alongside.learning.case_studies.jobs.booklet_job",
    "focus_it.choose": "alongside.star.focus_it.jobs.choose_job",
    "focus_it.how_sure": "alongside.star.focus_it.jobs.how_sure_job",
    "focus_it.release": "alongside.star.focus_it.jobs.release_job",
    "questionnaires.release": "alongside.foundation.questionnaires.jobs.release_job",
    "map_it.draw_star": "alongside.star.map_it.jobs.draw_star_job",
}

SWEEPS: dict[str, Sweep] = {
    "case_studies.follow_booklets": Sweep(
        "alongside.learning.case_studies.jobs.follow_booklets", 6 * 3600
    ),
    "case_studies.follow_likeness": Sweep(
        "alongside.learning.case_studies.jobs.follow_likeness", 6 * 3600
    ),
    "case_studies.remind": Sweep("alongside.learning.case_studies.jobs.remind", 3600),
    "blog.publish_due": Sweep("alongside.learning.blog.jobs.publish_due", 60),
    "blog.send_letters": Sweep("alongside.learning.blog.jobs.send_letters", 3600),
    "coaching.follow_the_clock": Sweep(
        "alongside.learning.coaching.jobs.follow_the_clock", 6 * 3600
    ),
    "commitments.remind": Sweep("alongside.foundation.commitments.jobs.remind", 6 * 3600),
    "consent.forget": Sweep("alongside.foundation.consent.jobs.forget", 6 * 3600),
    "discussions.remind": Sweep("alongside.foundation.discussions.jobs.remind", 3600),
    "discussions.forget_advertising": Sweep(
        "alongside.foundation.discussions.jobs.forget_advertising", 6 * 3600
    ),
    "events.end_rooms": Sweep("alongside.learning.events.jobs.end_rooms", 300),
    "enquiries.remind": Sweep("alongside.foundation.enquiries.jobs.remind", 3600),
    "files.forget_expired_imports": Sweep(
        "alongside.foundation.files.jobs.forget_expired_imports", 6 * 3600
    ),
    "gatherings.follow_the_clock": Sweep(
        "alongside.foundation.gatherings.jobs.follow_the_clock", 1800
    ),
    "gatherings.pass_on_places": Sweep("alongside.foundation.gatherings.jobs.pass_on_places", 300),
    "gatherings.tell": Sweep("alongside.foundation.gatherings.jobs.tell", 60),
    "jobs.forget_old_tasks": Sweep("alongside.foundation.jobs.jobs.forget_old_tasks", 6 * 3600),
    "jobs.repeat_erasures": Sweep("alongside.foundation.jobs.jobs.repeat_erasures", 120),
    "national.end_leaving": Sweep("alongside.insight.national.jobs.end_leaving", 6 * 3600),
    "notices.send_letters": Sweep("alongside.foundation.notices.jobs.send_letters", 120),
    "questionnaires.end_due": Sweep("alongside.foundation.questionnaires.jobs.end_due", 300),
    "rooms.close_doors": Sweep("alongside.foundation.rooms.jobs.close_doors", 300),
    "search.follow": Sweep("alongside.foundation.search.jobs.follow", 6 * 3600),
    "map_it.send_reminders": Sweep("alongside.star.map_it.jobs.send_reminders", 600),
    "map_it.close_rounds": Sweep("alongside.star.map_it.jobs.close_rounds", 300),
}


def work_named(name: str) -> Callable[..., str | None]:
    """Return the function behind a name."""
    found: Callable[..., str | None] = import_string(WORK[name])
    return found


def sweep_named(name: str) -> Callable[[], Any]:
    """Return the function of a sweep."""
    found: Callable[[], Any] = import_string(SWEEPS[name].path)
    return found

"""Who reads across places, and who speaks SQL: a short list that a reviewer can read (trust 19).

Whoever adds a reading of all places adds its file here, and gives the reason where it stands.
"""

import ast

from tests.rules.sources import calls, files, is_test, shown, syntax_of, text_of

# Rooms that look over all places, and what entitles them to.
ACROSS_PLACES = {
    "alongside/foundation/consent/actions/erasing.py": "a person is erased wherever they are",
    "alongside/foundation/consent/actions/forgetting.py": "a sweep: what is due goes, everywhere",
    "alongside/foundation/consent/invariants.py": "a check of all places",
    "alongside/foundation/commitments/queries.py": "a sweep: what is due, everywhere",
    "alongside/foundation/consent/queries.py": "what is kept about one account, in all its places",
    "alongside/foundation/disclosure/invariants.py": "a check of all places",
    "alongside/foundation/discussions/actions/reminding.py": "a sweep: what waits, everywhere",
    "alongside/foundation/discussions/actions/saying.py": "a wave comes to many places at once",
    "alongside/foundation/discussions/invariants.py": "a check of all places",
    "alongside/foundation/discussions/jobs.py": "a sweep: waves come to all places alike",
    "alongside/foundation/discussions/mail.py": "the action that moved it has checked",
    "alongside/foundation/discussions/queries/own.py": "one author's own, in all places",
    "alongside/foundation/enquiries/actions.py": "a wave comes to many places; a sweep",
    "alongside/foundation/enquiries/queries.py": "a number told to one author says which place",
    "alongside/foundation/files/actions.py": "a sweep: old uploads go, everywhere",
    "alongside/foundation/gatherings/actions/after.py": "a sweep: the time for answers is over",
    "alongside/foundation/gatherings/actions/gatherings.py": "a sweep: what has taken place",
    "alongside/foundation/gatherings/actions/queue.py": "a sweep: offers nobody took in time",
    "alongside/foundation/gatherings/actions/telling.py": "a sweep: letters that wait",
    "alongside/foundation/gatherings/invariants.py": "a check of all places",
    "alongside/foundation/gatherings/mail.py": "a signed token says which booking",
    "alongside/foundation/gatherings/queries/lists.py": "whoever booked sees what they booked",
    "alongside/foundation/gatherings/queries/searchable.py": "search knows for each row whose it is",
    "alongside/foundation/initiatives/actions/deciding.py": "locks a row that the caller holds",
    "alongside/foundation/initiatives/invariants.py": "a check of all places",
    "alongside/foundation/initiatives/models.py": "a subquery of a scoped query",
    "alongside/foundation/initiatives/queries/discussed.py": "what partnerships show to everybody",
    "alongside/foundation/initiatives/queries/searchable.py": "search knows for each row whose it is",
    "alongside/foundation/jobs/moves.py": "the worker serves all places",
    "alongside/foundation/members/actors.py": "an account's own memberships and visits",
    "alongside/foundation/members/queries.py": "a secret code says which place",
    "alongside/foundation/members/seats.py": "a secret code says which place",
    "alongside/foundation/notices/actions.py": "a sweep; and a signed token says whose",
    "alongside/foundation/notices/invariants.py": "a check of all places",
    "alongside/foundation/notices/queries.py": "a sweep: what waits, everywhere",
    "alongside/foundation/practices/models.py": "a subquery, narrowed to what may be read",
    "alongside/foundation/initiatives/queries/taken_up.py": "what partnerships show to everybody",
    "alongside/foundation/practices/queries/public.py": "what nations restated for everybody",
    "alongside/foundation/practices/queries/searchable.py": "search knows for each row whose it is",
    "alongside/foundation/responses/actions.py": "a submission key is unique everywhere",
    "alongside/foundation/responses/invariants.py": "a check of all places",
    "alongside/foundation/questionnaires/actions/ending.py": "a sweep: what is over",
    "alongside/foundation/questionnaires/jobs.py": "a job that an action asked for",
    "alongside/foundation/questionnaires/invariants.py": "a check of all places",
    "alongside/foundation/rooms/actions.py": "a sweep: doors that were left open",
    "alongside/foundation/rooms/invariants.py": "a check of all places",
    "alongside/foundation/rooms/queries.py": "a secret code says which place",
    "alongside/foundation/search/actions.py": "rows follow what they tell of, wherever it is",
    "alongside/foundation/search/queries.py": "what everybody may read",
    "alongside/learning/blog/actions/newsletter.py": "a signed token, or a sweep",
    "alongside/learning/blog/queries/posts.py": "what everybody reads",
    "alongside/insight/national/queries/applications.py": "they ask the nation to be let in",
    "alongside/insight/national/queries/shared_stars.py": "what partnerships chose to share",
    "alongside/learning/events/actions/live.py": "a sweep: rooms of events that are over",
    "alongside/learning/events/invariants.py": "a check of all places",
    "alongside/learning/network/queries/people.py": "a subquery, narrowed to what may be read",
    "alongside/learning/network/queries/searchable.py": "search knows for each row whose it is",
    "alongside/learning/network/queries/topics.py": "what everybody may read",
    "alongside/learning/coaching/actions/following.py": "a sweep: dates and figures that are due",
    "alongside/learning/coaching/queries/courses.py": "what everybody reads",
    "alongside/learning/coaching/queries/pairing.py": "plans of a cohort lie in many partnerships",
    "alongside/learning/coaching/queries/partnerships.py": "the nation knows whom it coaches",
    "alongside/learning/coaching/queries/searchable.py": "search knows for each row whose it is",
    "alongside/learning/coaching/queries/progress.py": "numbers of a cohort, and a sweep",
    "alongside/learning/case_studies/actions/reminding.py": "a sweep: cases and contacts that are due",
    "alongside/learning/case_studies/invariants.py": "a check of all places",
    "alongside/learning/case_studies/queries/library.py": "what was published for everybody to read",
    "alongside/site/health.py": "a restore may bring back anybody, anywhere",
    "alongside/site/views/join.py": "the cookie was given for a right code",
    "alongside/site/views/me.py": "one account's own part, in all its places",
    "alongside/star/focus_it/invariants.py": "a check of all places",
    "alongside/star/focus_it/jobs.py": "the action that asked for the work has checked",
    "alongside/star/map_it/actions/reminders.py": "a signed token says which map",
    "alongside/star/map_it/actions/rounds/running.py": "a sweep: maps whose day is over",
    "alongside/star/map_it/actions/start.py": "an account's own memberships",
    "alongside/star/map_it/invariants.py": "a check of all places",
    "alongside/star/map_it/jobs.py": "the action that asked for the work has checked",
    "alongside/star/map_it/views/answer.py": "a submission key is unique everywhere",
}
SPEAKS_SQL = {
    "alongside/foundation/history/triggers.py",
    "alongside/foundation/places/invariants.py",
    "alongside/foundation/search/words_index.py",
}
# The queryset itself defines and explains the word.
DEFINES = "alongside/foundation/places/tenancy.py"


def test_only_listed_files_read_across_places() -> None:
    found = {
        shown(path)
        for path in files("*.py")
        if not is_test(path) and shown(path) != DEFINES and any(calls(path, "unscoped"))
    }
    assert found == set(ACROSS_PLACES)


def test_every_reading_across_places_gives_its_reason() -> None:
    silent = [
        f"{shown(path)}:{call.lineno}"
        for path in files("*.py")
        if not is_test(path) and shown(path) != DEFINES
        for call in calls(path, "unscoped")
        if not any(word.arg == "reason" and text_of(word.value) for word in call.keywords)
    ]
    assert not silent, "\n".join(silent)


def test_nobody_else_speaks_sql_or_goes_round_the_manager() -> None:
    found = {
        shown(path)
        for path in files("*.py")
        if not is_test(path)
        for node in ast.walk(syntax_of(path))
        if isinstance(node, ast.Attribute)
        and node.attr in {"cursor", "raw", "extra", "RawSQL", "_base_manager"}
    }
    assert found == SPEAKS_SQL

"""Work that is asked for by name can be found, and none is registered that nobody asks for."""

from django.utils.module_loading import import_string

from alongside.foundation.jobs.registry import SWEEPS, WORK
from tests.rules.sources import calls, files, is_test, shown, text_of


def names_asked_for() -> dict[str, str]:
    """Each name of work in the sources, and where it stands."""
    return {
        name: f"{shown(path)}:{call.lineno}"
        for path in files("*.py")
        if not is_test(path)
        for call in calls(path, "enqueue_job")
        if call.args and (name := text_of(call.args[0])) is not None
    }


def test_work_that_is_asked_for_is_registered() -> None:
    unknown = {name: where for name, where in names_asked_for().items() if name not in WORK}
    assert not unknown


def test_registered_work_is_asked_for() -> None:
    assert set(WORK) == set(names_asked_for())


def test_every_registered_path_leads_to_a_function() -> None:
    for path in (*WORK.values(), *(sweep.path for sweep in SWEEPS.values())):
        assert callable(import_string(path)), path

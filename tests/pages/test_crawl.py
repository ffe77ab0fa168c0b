"""Every page once, in a real browser, with everything that must be true of each of them."""

import pytest

from tests.pages.looking import (
    invalid_html,
    is_page,
    lines_of,
    open_everything,
    outline_faults,
    sideways,
    violations,
)
from tests.pages.walk import Stop, stops
from tests.site_at import DESK, PHONE, Site, Watched

pytestmark = [pytest.mark.browser, pytest.mark.enable_socket]
STOPS = stops()
SHOWS_HEADINGS = {"/gallery/gallery/"}  # it shows headings of every kind


@pytest.mark.parametrize("stop", STOPS, ids=[stop.label for stop in STOPS])
def test_page(stop: Stop, served: Site) -> None:
    """Its code, outline, width, colours and names; nothing loaded from elsewhere; no errors."""
    path = stop.path(served.scene)
    if not is_page(served, stop.visitor, path):
        pytest.skip("a file, or an address that leads on")
    seen = served.visit_as(stop.visitor, width=DESK)
    faults = at_a_desk(seen, path)
    with_scripts = lines_of(seen.page)
    faults += on_a_phone(seen)
    faults += seen.trouble
    seen.close()
    plain = served.visit_as(stop.visitor, scripts=False)
    plain.go(path)
    lost = sorted(with_scripts - lines_of(plain.page))
    plain.close()
    faults += [f"only there with scripts: {line}" for line in lost]
    assert not faults, "\n".join(faults)


def at_a_desk(seen: Watched, path: str) -> list[str]:
    """As it is served."""
    response = seen.go(path)
    faults = invalid_html(response.text()) + violations(seen.page)
    return faults if path in SHOWS_HEADINGS else faults + outline_faults(seen.page)


def on_a_phone(seen: Watched) -> list[str]:
    """On the narrowest phone; then with every fold open."""
    seen.page.set_viewport_size({"width": PHONE, "height": 900})
    faults = sideways(seen.page)
    open_everything(seen.page)
    return faults + sideways(seen.page) + violations(seen.page)


DARK = ("site:home", "board:board", "map_it:results", "answer:question", "answer:ways", "start:hub")


@pytest.mark.parametrize("name", DARK)
def test_page_in_the_dark(name: str, served: Site) -> None:
    """Colours that were chosen for the dark are told apart too."""
    stop = next(stop for stop in STOPS if stop.row.name == name)
    seen = served.visit_as(stop.visitor, scheme="dark")
    seen.go(stop.path(served.scene))
    open_everything(seen.page)
    faults = violations(seen.page)
    seen.close()
    assert not faults, "\n".join(faults)

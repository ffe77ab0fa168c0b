"""Every page once, in a real browser, with everything that must be true of each of them."""

import pytest

from tests.pages.looking import (
    invalid_html,
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
    if not is_page(served, stop, path):
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


def is_page(site: Site, stop: Stop, path: str) -> bool:
    """Whether the address shows a page of its own."""
    response = site.browser_of(stop.visitor).request.get(site.url + path, max_redirects=0)
    kind = response.headers.get("content-type", "")
    return response.status == 200 and kind.startswith("text/html")


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

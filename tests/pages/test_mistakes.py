"""Every form sent with nothing in it: what comes back is as sound as what was there."""

import pytest
from playwright.sync_api import Page

from tests.pages.looking import is_page, sideways, violations
from tests.pages.walk import Stop, stops
from tests.site_at import PHONE, Site

pytestmark = [pytest.mark.browser, pytest.mark.enable_socket]
STOPS = [stop for stop in stops() if stop.row.name != "ui:gallery"]  # its forms lead nowhere
FORMS = """() => [...document.querySelectorAll("main form")].filter((form) =>
    form.method === "post" && [...form.elements].some((one) =>
        one.name && one.type !== "hidden" && one.type !== "submit"))"""
COUNT = f"() => ({FORMS})().length"
SEND_EMPTY = f"""(number) => {{
    const form = ({FORMS})()[number];
    for (const one of form.elements) {{
        if (["checkbox", "radio"].includes(one.type)) one.checked = false;
        else if (one.tagName === "SELECT") one.selectedIndex = -1;
        else if (!["hidden", "submit", "button", "file"].includes(one.type)) one.value = "";
    }}
    form.noValidate = true;
    form.requestSubmit(form.querySelector("[type=submit]"));
}}"""
ERRORS = """() => ({
    title: document.title,
    said: [...document.querySelectorAll(".govuk-error-message")].length,
    leads: [...document.querySelectorAll(".govuk-error-summary a")].map((link) =>
        [link.textContent, !!document.getElementById(link.hash.slice(1))]),
    summaries: document.querySelectorAll(".govuk-error-summary").length,
})"""


@pytest.mark.parametrize("stop", STOPS, ids=[stop.label for stop in STOPS])
def test_page_after_a_mistake(stop: Stop, site: Site) -> None:
    path = stop.path(site.scene)
    if not is_page(site, stop.visitor, path):
        pytest.skip("a file, or an address that leads on")
    seen = site.visit_as(stop.visitor, width=PHONE)
    seen.go(path)
    faults: list[str] = []
    for number in range(seen.page.evaluate(COUNT)):
        seen.go(path)
        with seen.page.expect_navigation(wait_until="load"):
            seen.page.evaluate(SEND_EMPTY, number)
        faults += violations(seen.page) + sideways(seen.page) + said_wrongly(seen.page)
    seen.close()
    assert not faults, "\\n".join(faults)


def said_wrongly(page: Page) -> list[str]:
    """A summary that leads to each field, a title that says so, and a message at the field."""
    told = page.evaluate(ERRORS)
    if not told["summaries"]:
        return ["a message at a field, and no summary above"] if told["said"] else []
    faults = [f"leads nowhere: {text}" for text, found in told["leads"] if not found]
    if not told["title"].startswith("Error"):
        faults.append(f"the title doesn't say that something is wrong: {told['title']}")
    return faults

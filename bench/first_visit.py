"""How much travels over the wire when somebody first comes to a page, and when they come again.

    python -m bench.first_visit

Chromium visits each page with an empty cache, follows whatever the page asks for, and counts what
arrived: bodies as compressed as they were sent, with their headers. Then it comes again, in the
same browser. Server and content are those of `bench.pages`.
"""

from collections import Counter
from typing import Any

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from bench.installation import measured_installation, served
from tests.browser import launch

MOST_KB = {"first": 150, "again": 40}
KINDS = ("Document", "Stylesheet", "Script", "Font")


def main() -> None:
    """Visit each page twice and print a table."""
    with (
        measured_installation("sqlite") as here,
        served(here) as port,
        sync_playwright() as playwright,
    ):
        browser = launch(playwright)
        names = ("HTML", "CSS", "JS", "fonts", "other", "all KB", "requests")
        print(f"{'page':<14}{'visit':<7}" + "".join(f"{name:>9}" for name in names))
        for name, page in {"first page": "/", **here.pages}.items():
            _visit_twice(browser, name, f"http://127.0.0.1:{port}", page, here.content["cookie"])
        browser.close()


def _visit_twice(browser: Browser, name: str, site: str, path: str, cookie: str) -> None:
    context = browser.new_context(viewport={"width": 1240, "height": 900})
    if path != "/":
        context.add_cookies([{"name": "sessionid", "value": cookie, "url": site}])
    for visit in ("first", "again"):
        kinds, requests, elsewhere = _visit(context, site, path)
        kilobytes = {kind: count / 1000 for kind, count in kinds.items()}
        total = sum(kilobytes.values())
        other = total - sum(kilobytes.get(kind, 0) for kind in KINDS)
        figures = [*(kilobytes.get(kind, 0) for kind in KINDS), other, total]
        over = f"   OVER: at most {MOST_KB[visit]}" if total > MOST_KB[visit] else ""
        outside = f"   ASKED ELSEWHERE: {elsewhere}" if elsewhere else ""
        line = "".join(f"{figure:>9.1f}" for figure in figures)
        print(f"{name:<14}{visit:<7}{line}{requests:>9}{over}{outside}", flush=True)
    context.close()


def _visit(context: BrowserContext, site: str, path: str) -> tuple[Counter[str], int, list[str]]:
    """Return bytes by kind of resource, the number of requests, and addresses elsewhere."""
    page = context.new_page()
    wire = context.new_cdp_session(page)
    kind_of: dict[str, str] = {}
    kinds: Counter[str] = Counter()
    elsewhere: list[str] = []

    def answered(event: dict[str, Any]) -> None:
        from_cache = event["response"].get("fromDiskCache")
        kind_of[event["requestId"]] = "" if from_cache else event["type"]
        if not event["response"]["url"].startswith((site, "data:")):
            elsewhere.append(event["response"]["url"])

    def finished(event: dict[str, Any]) -> None:
        if kind := kind_of.get(event["requestId"]):
            kinds[kind] += int(event["encodedDataLength"])

    wire.on("Network.responseReceived", answered)
    wire.on("Network.loadingFinished", finished)
    wire.send("Network.enable")
    answer = page.goto(site + path, wait_until="networkidle")
    if answer is None or answer.status != 200:
        raise SystemExit(f"{path}: {answer.status if answer else 'no answer'}")
    page.close()
    return kinds, sum(bool(kind) for kind in kind_of.values()), elsewhere


if __name__ == "__main__":
    main()

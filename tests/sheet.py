"""The contact sheet: every page as pictures to look at. `make sheet` writes it to `sheet/`.

Each page at a desk, on a phone, in the dark, in print, without JavaScript, and with a vocabulary
chosen to break it: very long words, right-to-left letters, markup. Open `sheet/index.html`.
"""

import html
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

os.environ["ALONGSIDE_MODE"] = "test"
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.site.settings")

if TYPE_CHECKING:
    from tests.pages.walk import Stop
    from tests.site_at import Prepared, Site

FOLDER = Path(__file__).resolve().parent.parent / "sheet"
ODD = "Mitbestimmungsgemeinschaftsangehörige <b>&amp; קהילה</b>"


@dataclass(frozen=True)
class Look:
    """One way of looking at a page."""

    name: str
    browser: Mapping[str, Any] = field(default_factory=dict)
    media: str = "screen"
    odd_words: bool = False


LOOKS = (
    Look("desk", {"width": 1240}),
    Look("phone", {"width": 360}),
    Look("dark", {"width": 1240, "scheme": "dark"}),
    Look("print", {"width": 800}, media="print"),
    Look("no-scripts", {"width": 360, "scripts": False}),
    Look("odd-words", {"width": 360}, odd_words=True),
)


def main() -> int:
    """Write every page in every look; returns how many could not be shown."""
    import django

    django.setup()
    from tests.pages.walk import stops

    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir()
    every, wanted = stops(), sys.argv[1:]
    chosen = [s for s in every if not wanted or any(word in s.label for word in wanted)]
    missing = 0
    with running_site() as (site, use_odd_words):
        for look in LOOKS:
            if look.odd_words:
                use_odd_words()
            missing += sum(not shoot(site, stop, look) for stop in chosen)
            print(f"  {look.name}: {len(chosen)} pages")
    (FOLDER / "index.html").write_text(index(chosen), encoding="utf-8")
    print(f"Open {FOLDER / 'index.html'}")
    return 0 if missing < len(chosen) * len(LOOKS) else 1


@contextmanager
def running_site() -> "Iterator[tuple[Site, Callable[[], None]]]":
    """A site with something on every page, and a way to give its partnership odd words."""
    from playwright.sync_api import sync_playwright
    from pytest_django.live_server_helper import LiveServer

    from tests.browser import launch
    from tests.site_at import Prepared, Site, database_in

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        prepared = Prepared.in_file(Path(folder) / "scene.sqlite3")
        file = Path(folder) / "site.sqlite3"
        with database_in(file):
            site = Site("", prepared, launch(playwright), file)
            site.begin_again()
            server = LiveServer("127.0.0.1")
            site.url = server.url
            yield site, lambda: choose_odd_words(prepared)
            site.close()
            server.stop()


def choose_odd_words(prepared: "Prepared") -> None:
    """Give every term of Strathmuir a word that is hard to place."""
    from alongside.foundation.places.actions import choose_term
    from alongside.foundation.places.vocabulary import default_terms

    world = prepared.scene.world
    for key, forms in default_terms().items():
        odd = {form: f"{ODD} {form}"[:60] for form in forms}
        choose_term(world.strathmuir, language="en-gb", key=key, forms=odd, by=world.cara.actor)


def shoot(site: "Site", stop: "Stop", look: Look) -> bool:
    """Take one picture; a file or a page that leads on has none."""
    seen = site.visit_as(stop.visitor, **look.browser)
    try:
        answer = seen.go(stop.path(site.scene))
        if answer is None or not answer.headers.get("content-type", "").startswith("text/html"):
            return False
        seen.page.emulate_media(media=look.media)
        seen.page.screenshot(path=FOLDER / picture_of(stop, look), full_page=True)
    except Exception as error:  # noqa: BLE001 - a download ends the visit; the sheet goes on
        if "Download is starting" not in str(error):
            print(f"  {stop.label}: {error}")
        return False
    finally:
        seen.close()
    return True


def picture_of(stop: "Stop", look: Look) -> str:
    """The name of a picture's file."""
    kept = "".join(c if c.isalnum() else "-" for c in stop.label)
    return f"{kept}--{look.name}.png"


def index(stops: "list[Stop]") -> str:
    """The sheet itself: a row for each page, a column for each look."""
    head = "".join(f"<th>{look.name}</th>" for look in LOOKS)
    rows = "".join(row(stop) for stop in stops)
    return (
        '<!doctype html><meta charset="utf-8"><title>Contact sheet</title>'
        "<style>body{font:14px sans-serif}img{width:180px;max-height:360px;object-fit:cover;"
        "object-position:top;border:1px solid #999}td{vertical-align:top;padding:4px}</style>"
        f"<h1>Contact sheet</h1><table><tr><th>page</th>{head}</tr>{rows}</table>"
    )


def row(stop: "Stop") -> str:
    """One page's pictures, each leading to its full size."""
    cells = ""
    for look in LOOKS:
        name = picture_of(stop, look)
        shown = f'<a href="{name}"><img src="{name}" alt="{look.name}" loading="lazy"></a>'
        cells += f"<td>{shown if (FOLDER / name).exists() else ''}</td>"
    return f"<tr><td>{html.escape(stop.label)}<br>as {stop.visitor}</td>{cells}</tr>"


if __name__ == "__main__":
    sys.exit(main())

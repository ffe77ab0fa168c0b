from types import SimpleNamespace

import html5lib
import pytest
from django.template.loader import render_to_string

from alongside.ui.components import REGISTRY
from alongside.ui.examples import AnswerForm

pytestmark = pytest.mark.urls("alongside.ui.tests.urls")


def strictly(html):
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)


@pytest.fixture
def gallery(rf):
    from alongside.ui.views import gallery as view

    return lambda address="/": view(rf.get(address)).content.decode()


@pytest.mark.parametrize("words", ["own", "hostile"])
def test_the_gallery_is_valid_html(gallery, words):
    strictly(gallery(f"/?words={words}"))


def test_the_gallery_shows_every_component(gallery):
    html = gallery()
    for name in REGISTRY:
        assert f'id="component-{name}"' in html


@pytest.mark.parametrize("name", ["400", "403", "403_csrf", "404", "500"])
def test_an_error_page_needs_no_context(name):
    html = render_to_string(f"{name}.html")
    strictly(html)
    assert '<main id="main"' in html
    assert 'href="/"' in html


def test_a_page_needs_no_shell():
    html = render_to_string("ui/base.html")
    strictly(html)
    assert "al-topbar__nav" not in html
    assert "Alongside</title>" in html


def test_the_shell_fills_the_frame():
    def link(text, *, current=False):
        return SimpleNamespace(text=text, url=f"/{text}/", current=current)

    shell = SimpleNamespace(
        place_name="Strathmuir & Co",
        place_url="/strathmuir/",
        links=[link("learn", current=True)],
        account_links=[link("me")],
        notice="An invented example.",
        footer_links=[link("privacy")],
        language="gd",
        brand="Còmhla",
    )
    html = render_to_string("ui/base.html", {"shell": shell})
    strictly(html)
    assert '<html lang="gd"' in html
    assert "Strathmuir &amp; Co \u2013 Còmhla</title>" in html
    assert html.count('href="/learn/" aria-current="page"') == 2
    assert "An invented example." in html
    assert 'href="/privacy/"' in html


def test_the_title_says_when_there_is_something_to_put_right():
    assert "<title>Error: " in render_to_string("ui/base.html", {"form": AnswerForm({})})
    assert "<title>Error: " in render_to_string("ui/base.html", {"has_errors": True})
    assert "Error:" not in render_to_string("ui/base.html", {"form": AnswerForm()})

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = [
    pytest.mark.browser,
    pytest.mark.enable_socket,
    pytest.mark.urls("alongside.ui.tests.urls"),
    pytest.mark.django_db(transaction=True),
    # A checkout has no collected static files, and needs none.
    pytest.mark.filterwarnings("ignore:No directory at:UserWarning"),
]
WIDTHS = {"desk": 1240, "phone": 320}


@pytest.fixture
def visit(chromium, live_server):
    contexts = []

    def open_gallery(address="/ui/gallery/", *, width=1240, scheme="light", scripts=True):
        context = chromium.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=scripts,
        )
        contexts.append(context)
        page = context.new_page()
        page.trouble = []
        page.on("console", lambda message: page.trouble.append(message.text))
        page.on("pageerror", lambda error: page.trouble.append(str(error)))
        page.on("requestfailed", lambda request: page.trouble.append(request.url))
        page.on(
            "request",
            lambda request: (
                request.url.startswith(live_server.url) or page.trouble.append(request.url)
            ),
        )
        page.goto(live_server.url + address, wait_until="networkidle")
        return page

    yield open_gallery
    for context in contexts:
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_axe_finds_nothing_in_the_gallery(visit, width, scheme):
    page = visit(width=width, scheme=scheme)
    result = Axe().run(page)
    assert result.violations_count == 0, result.generate_report()
    assert page.trouble == []


@pytest.mark.parametrize("words", ["own", "hostile"])
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_nothing_is_wider_than_the_screen(visit, width, words):
    page = visit(f"/ui/gallery/?words={words}", width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_tabs_work_with_scripts_and_are_all_there_without(visit):
    with_scripts = visit()
    assert with_scripts.get_by_text("A picture.", exact=True).is_visible()
    assert not with_scripts.get_by_text("A table.", exact=True).is_visible()
    with_scripts.get_by_role("tab", name="Table").click()
    assert with_scripts.get_by_text("A table.", exact=True).is_visible()
    without = visit(scripts=False)
    assert without.get_by_text("A picture.", exact=True).is_visible()
    assert without.get_by_text("A table.", exact=True).is_visible()


def test_the_menu_opens_on_a_phone_without_scripts(visit):
    page = visit(width=320, scripts=False)
    menu = page.get_by_role("navigation", name="Menu")
    assert not menu.is_visible()
    page.locator("summary", has_text="Menu").click()
    assert menu.get_by_role("link", name="Learn").is_visible()


def test_answers_are_broad_enough_for_a_thumb(visit):
    page = visit(width=320)
    for row in page.locator(".al-scale > *").all():
        box = row.bounding_box()
        assert box["height"] >= 44
        assert box["width"] >= 44
    row = page.locator(".al-scale > *").first
    row.click(position={"x": 250, "y": 12})
    assert row.locator("input").is_checked()


def test_the_boxes_of_a_date_stand_side_by_side_on_a_phone(visit):
    page = visit(width=320)
    boxes = [page.locator(f"#id_single-day_{part}").bounding_box() for part in range(3)]
    assert len({box["y"] for box in boxes}) == 1
    assert boxes[0]["width"] < 80


def test_a_second_press_is_ignored_and_the_first_is_sent_with_its_button(visit):
    page = visit()
    page.evaluate(
        """() => {
            window.sent = [];
            document.body.insertAdjacentHTML("beforeend",
              '<form id="twice"><button name="go" value="1" data-once>Go</button></form>');
            document.addEventListener("submit", (event) => {
                window.sent.push([event.defaultPrevented, event.submitter.disabled]);
                event.preventDefault();
            });
        }"""
    )
    page.click("#twice button")
    page.click("#twice button")
    assert page.evaluate("window.sent") == [[False, False], [True, False]]

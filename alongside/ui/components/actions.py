"""Components that lead somewhere or do something."""

from typing import Any

from django.core.paginator import Paginator
from django.http import QueryDict

from alongside.ui.components.declaration import Attributes, Component, Example

KINDS = ("primary", "secondary", "warning")


def _pagination(attributes: Attributes) -> Attributes:
    page, parameter = attributes["page"], attributes["parameter"]
    query = QueryDict(mutable=True)
    if attributes["query"] is not None:
        query.update(attributes["query"])

    def url(number: int) -> str:
        query[parameter] = str(number)
        return f"?{query.urlencode()}"

    numbers: list[dict[str, Any]] = [
        {
            "text": number,
            "url": None if number == Paginator.ELLIPSIS else url(int(number)),
            "current": number == page.number,
        }
        for number in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    ]
    previous = url(page.previous_page_number()) if page.has_previous() else None
    following = url(page.next_page_number()) if page.has_next() else None
    return {**attributes, "numbers": numbers, "previous": previous, "following": following}


def _pages() -> dict[str, Any]:
    return {"page": Paginator(range(300), 25).page(5), "query": QueryDict("topic=care&page=5")}


COMPONENTS = (
    Component(
        name="button",
        summary="Sends a form. `once` ignores a second press while the first is on its way.",
        required=("text",),
        optional={
            "kind": "primary",
            "name": None,
            "value": None,
            "hidden": None,
            "form": None,
            "once": True,
            "url": None,
            "compact": False,
        },
        one_of={"kind": KINDS},
        examples=(
            Example("Primary", '{% ui "button" text="Send my answers" %}'),
            Example("Secondary", '{% ui "button" text="Save for later" kind="secondary" %}'),
            Example("Warning", '{% ui "button" text="Remove" hidden="home care" kind="warning" %}'),
        ),
    ),
    Component(
        name="link_button",
        summary="Goes to a page, and is the next thing to do there.",
        required=("text", "url"),
        optional={"kind": "primary", "hidden": None, "wide": False, "compact": False},
        one_of={"kind": KINDS},
        examples=(
            Example("Primary", '{% ui "link_button" text="Start" url="#start" %}'),
            Example("Secondary", '{% ui "link_button" text="Open" url="#o" kind="secondary" %}'),
            Example(
                "As wide as its column",
                '{% ui "link_button" text="Tell us what you can do and enjoy" url="#t" wide=True %}',
            ),
        ),
    ),
    Component(
        name="back_link",
        summary="Back one step, at the top of a question.",
        required=("url",),
        optional={"text": None},
        examples=(Example("Back", '{% ui "back_link" url="#back" %}'),),
    ),
    Component(
        name="breadcrumbs",
        summary="Where this page is. The last item is this page and has no url.",
        required=("items",),
        examples=(
            Example(
                "Three steps deep",
                '{% ui "breadcrumbs" items=items %}',
                lambda: {
                    "items": [
                        {"text": "Strathmuir", "url": "#1"},
                        {"text": "Workspace", "url": "#2"},
                        {"text": "Map it"},
                    ]
                },
            ),
        ),
    ),
    Component(
        name="pagination",
        summary="Pages of a list; `page` is Django's page, `query` keeps the filters.",
        required=("page",),
        optional={"query": None, "parameter": "page", "label": None},
        prepare=_pagination,
        examples=(Example("Twelve pages", '{% ui "pagination" page=page query=query %}', _pages),),
    ),
    Component(
        name="quick_exit",
        summary="Leaves the site at once, for pages on sensitive subjects.",
        optional={"url": "https://www.bbc.co.uk/weather", "text": None},
        examples=(Example("Quick exit", '{% ui "quick_exit" %}'),),
    ),
)

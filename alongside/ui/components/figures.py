"""Components that show things and figures: cards, tables, steps, charts."""

from collections.abc import Mapping
from typing import Any

from alongside.ui.components.cells import column_names, with_names
from alongside.ui.components.declaration import COS, Attributes, Component, Example
from alongside.ui.components.rows import Columns, rows_html
from alongside.ui.squares import Square, draw_squares

MOST_ON_A_PHONE = 3  # columns


def _cell(cell: Any, *, numeric: bool) -> dict[str, Any]:
    """A cell of the head from a plain value or from a mapping with text, numeric."""
    given = dict(cell) if isinstance(cell, Mapping) else {"text": cell}
    return {"text": "", "numeric": numeric, **given}


def _table(attributes: Attributes) -> Attributes:
    numeric = set(attributes["numeric"] or ())
    head = [
        _cell(cell, numeric=index in numeric) for index, cell in enumerate(attributes["head"] or ())
    ]
    body = attributes["body"]
    names = column_names(body) if body else [str(cell["text"]) for cell in head]
    stack = len(names) > MOST_ON_A_PHONE if attributes["stack"] is None else attributes["stack"]
    columns = Columns(numeric, names if stack else (), attributes["row_headers"])
    return {
        **attributes,
        "head": head,
        "rows": rows_html(attributes["rows"] or (), columns),
        "columns": max(1, len(head)),
        "stack": stack,
        "body": with_names(body, names) if body and stack else body,
    }


def _squares(attributes: Attributes) -> Attributes:
    return {"svg": draw_squares(attributes["squares"], title=attributes["title"])}


def _step_card(attributes: Attributes) -> Attributes:
    share = min(1.0, max(0.0, float(attributes["share"] or 0)))
    return {**attributes, "percent": round(share * 100)}


def _progress(attributes: Attributes) -> Attributes:
    total = attributes["total"] or 0
    percent = round(100 * attributes["value"] / total) if total else 0
    return {**attributes, "percent": min(100, max(0, percent))}


def _table_example() -> dict[str, Any]:
    return {
        "head": ["Service", "Answers", "Not happening yet", ""],
        "rows": [
            ["Home care", 41, "Residents inspect the service", {"text": "Add", "url": "#1"}],
            ["Parks and play", 118, "Residents decide the budget", {"text": "Add", "url": "#2"}],
        ],
    }


_CHART = (
    '{% uiblock "chart_frame" title="How often staff say it happens" n="48 of 61 staff" '
    'source="the 2026 round" as_of="4 November 2026" %}'
    '<svg viewBox="0 0 400 80" role="img" aria-labelledby="example-chart">'
    '<title id="example-chart">Decide 2, Check 1</title>'
    '<rect class="al-fill-commission" x="0" y="8" width="200" height="26" rx="4" />'
    '<rect class="al-fill-assess" x="0" y="44" width="100" height="26" rx="4" /></svg>'
    '{% uislot "table" %}{% ui "table" caption="The same as a table" head=head rows=rows '
    "numeric=numeric %}{% enduislot %}{% enduiblock %}"
)

COMPONENTS = (
    Component(
        name="card",
        summary="One thing in a list, with one link. A Co gives it its colour and its tag.",
        required=("title",),
        optional={"url": None, "co": None, "tag": None, "facts": (), "text": None, "level": 2},
        body="optional",
        one_of={"co": COS, "level": (2, 3, 4)},
        examples=(
            Example(
                "An activity",
                '{% ui "card" title="How should we spend £80,000 in Millbrae?" url="#vote" '
                'co="commission" tag="Decide together" facts=facts %}',
                lambda: {"facts": ["42 ideas", "vote by 12 December", "3 minutes"]},
            ),
            Example(
                "With a body",
                '{% uiblock "card" title="Home care" %}<p>Help at home.</p>{% enduiblock %}',
            ),
        ),
    ),
    Component(
        name="card_list",
        summary="Cards side by side where there is room.",
        optional={"columns": 2},
        body="required",
        one_of={"columns": (1, 2, 3, 4)},
        examples=(
            Example(
                "The four doors",
                '{% uiblock "card_list" columns=4 %}'
                '{% ui "card" title="Decide together" url="#1" co="commission" text="Where the '
                'money goes." %}{% ui "card" title="Design together" url="#2" co="design" '
                'text="What works better." %}{% ui "card" title="Do together" url="#3" '
                'co="deliver" text="Lend a hand." %}{% ui "card" title="Check together" url="#4" '
                'co="assess" text="Say how it goes." %}{% enduiblock %}',
            ),
        ),
    ),
    Component(
        name="step_card",
        summary="One of the steps: number, share done, the fact behind it, one action.",
        required=("number", "title", "fact", "action", "url"),
        optional={"share": 0, "next": False, "state": None, "level": 3},
        prepare=_step_card,
        examples=(
            Example(
                "Not started, next, done",
                '{% ui "step_card" number=1 title="Map it" fact="31 practices found, 22 gaps" '
                'share=1 action="Open" url="#1" %}'
                '{% ui "step_card" number=2 title="Focus it" fact="16 of 23 activities rated" '
                'share=0.7 action="Decide" url="#2" next=True %}'
                '{% ui "step_card" number=5 title="Grow it" fact="Nothing yet" '
                'action="Grow" url="#5" %}',
            ),
        ),
    ),
    Component(
        name="stat",
        summary="One figure, what it counts, and how sure.",
        required=("value", "label"),
        optional={"note": None, "co": None},
        one_of={"co": COS},
        examples=(
            Example("A figure", '{% ui "stat" value="212" label="people heard" note="of 640" %}'),
        ),
    ),
    Component(
        name="progress",
        summary="How far something is, in words and as a bar.",
        required=("value", "total", "text"),
        optional={"note": None},
        prepare=_progress,
        examples=(
            Example("Under way", '{% ui "progress" value=16 total=23 text="16 of 23 rated" %}'),
        ),
    ),
    Component(
        name="summary_list",
        summary="Questions and answers, to check: rows of key, value and actions.",
        required=("rows",),
        examples=(
            Example(
                "Check your answers",
                '{% ui "summary_list" rows=rows %}',
                lambda: {
                    "rows": [
                        {
                            "key": "Service",
                            "value": "Home care",
                            "actions": [{"text": "Change", "url": "#s", "hidden": "service"}],
                        },
                        {"key": "Opens", "value": "4 November 2026"},
                    ]
                },
            ),
        ),
    ),
    Component(
        name="table",
        summary="Rows and columns. Cells are values, or mappings with text, url, hidden, co, numeric. "
        "`numeric` names columns from 0. With a body, write the rows yourself. On a phone more than "
        "three columns stand as a list; `stack` says so, or forbids it, whatever their number.",
        required=("caption",),
        optional={
            "head": (),
            "rows": (),
            "numeric": (),
            "row_headers": True,
            "caption_hidden": False,
            "empty": None,
            "stack": None,
        },
        one_of={"stack": (True, False)},
        body="optional",
        prepare=_table,
        examples=(
            Example(
                "Where more could be tried",
                '{% ui "table" caption="Where more could be tried" head=head rows=rows '
                "numeric=numeric %}",
                lambda: {**_table_example(), "numeric": [1]},
            ),
            Example(
                "No rows",
                '{% ui "table" caption="Answers" head=head empty="Nobody has answered yet." %}',
                lambda: {"head": ["Service", "Answers"]},
            ),
        ),
    ),
    Component(
        name="tabs",
        summary="Views of one thing. Each slot is a tab; without scripts they stand one below "
        "another.",
        required=("title",),
        body="required",
        slots=None,
        examples=(
            Example(
                "Two views",
                '{% uiblock "tabs" title="Views" %}{% uislot "picture" label="Picture" %}'
                '<p>A picture.</p>{% enduislot %}{% uislot "table-view" label="Table" %}'
                "<p>A table.</p>{% enduislot %}{% enduiblock %}",
            ),
        ),
    ),
    Component(
        name="squares",
        summary="A schematic map: named squares in rows and columns, each a link. Stands in a "
        "chart_frame with its table.",
        required=("squares", "title"),
        prepare=_squares,
        examples=(
            Example(
                "Three places",
                '{% ui "squares" squares=squares title="Three places" %}',
                lambda: {
                    "squares": [
                        Square("Upper Nith", "#1", 1, 2),
                        Square("Glen", "#2", 2, 1),
                        Square("Hill and Moor", "#3", 2, 2, is_faint=True),
                    ]
                },
            ),
        ),
    ),
    Component(
        name="chart_frame",
        summary="A chart with its title, who took part, when, and a table that says the same. The title "
        "may be hidden where the page's own says it.",
        required=("title",),
        optional={
            "lead": None,
            "n": None,
            "source": None,
            "as_of": None,
            "level": 2,
            "title_hidden": False,
        },
        body="required",
        slots=("table", "legend", "note"),
        one_of={"level": (2, 3, 4)},
        examples=(
            Example(
                "Bars with a table twin",
                _CHART,
                lambda: {
                    "head": ["Co", "Level"],
                    "rows": [["Decide", 2], ["Check", 1]],
                    "numeric": [1],
                },
            ),
        ),
    ),
)

"""Components that say something: titles, facts, tags, messages."""

from alongside.ui.components.declaration import COS, Component, Example

TONES = ("good", "warn", "bad", "quiet", "sun")

COMPONENTS = (
    Component(
        name="page_title",
        summary="The page's one h1, with a caption above and facts or a sentence below.",
        required=("title",),
        optional={"caption": None, "lead": None, "facts": ()},
        examples=(
            Example(
                "With facts",
                '{% ui "page_title" title="Our co-production star" facts=facts %}',
                lambda: {"facts": ["14 services", "212 people heard", "4 November 2026"]},
            ),
            Example(
                "With a caption and a lead",
                '{% ui "page_title" title="Take part" caption="Strathmuir" '
                'lead="Things happening near you that need what you know and can do." %}',
            ),
        ),
    ),
    Component(
        name="facts",
        summary="Short facts on one line, with a dot between.",
        required=("items",),
        examples=(
            Example(
                "Facts",
                '{% ui "facts" items=items %}',
                lambda: {"items": ["42 ideas", "vote by 12 December", "your vote decides"]},
            ),
        ),
    ),
    Component(
        name="tag",
        summary="One or two words about the thing beside it. The colour never says it alone.",
        required=("text",),
        optional={"co": None, "tone": None},
        one_of={"co": COS, "tone": TONES},
        examples=(
            Example(
                "The four Cos",
                '{% ui "tag" text="Decide together" co="commission" %} '
                '{% ui "tag" text="Design together" co="design" %} '
                '{% ui "tag" text="Do together" co="deliver" %} '
                '{% ui "tag" text="Check together" co="assess" %}',
            ),
            Example(
                "Tones",
                '{% ui "tag" text="Plain" %} {% ui "tag" text="Done" tone="good" %} '
                '{% ui "tag" text="Late" tone="warn" %} {% ui "tag" text="Closed" tone="bad" %} '
                '{% ui "tag" text="Draft" tone="quiet" %} {% ui "tag" text="Next" tone="sun" %}',
            ),
        ),
    ),
    Component(
        name="panel",
        summary="A receipt: it counted. The body says what happens next.",
        required=("title",),
        body="optional",
        examples=(
            Example(
                "A receipt",
                '{% uiblock "panel" title="Your answers are in" %}<p>Your words are '
                "<strong>brave river lantern</strong>. Use them to come back and change "
                "your answers until 12 December 2026.</p>{% enduiblock %}",
            ),
        ),
    ),
    Component(
        name="notice",
        summary="Something to notice, set apart by a bar. `success` is read out when it appears.",
        optional={"title": None, "text": None, "co": None, "kind": "info", "level": 2},
        body="optional",
        one_of={"co": COS, "kind": ("info", "success", "important"), "level": (2, 3, 4)},
        examples=(
            Example(
                "Where views differ",
                '{% uiblock "notice" title="Where views differ most" co="assess" %}<p><strong>'
                "Check together:</strong> of 100 pairs, the manager says it happens more often in "
                '61, the resident in 20. <strong>Sure.</strong> <a class="govuk-link" '
                'href="#how">How this number came about</a></p>{% enduiblock %}',
            ),
            Example("Saved", '{% ui "notice" kind="success" title="Saved" text="We kept it." %}'),
            Example(
                "Important",
                '{% ui "notice" kind="important" title="Closes tomorrow" text="4 more people." %}',
            ),
        ),
    ),
    Component(
        name="warning",
        summary="What cannot be undone.",
        required=("text",),
        examples=(
            Example("Warning", '{% ui "warning" text="If you leave, your draft is removed." %}'),
        ),
    ),
    Component(
        name="details",
        summary="More, for those who want it.",
        required=("summary",),
        optional={"open": False},
        body="required",
        examples=(
            Example(
                "Details",
                '{% uiblock "details" summary="How we keep this safe" %}<p>Nobody sees one '
                "person's answers.</p>{% enduiblock %}",
            ),
        ),
    ),
    Component(
        name="who_sees",
        summary="One sentence before the first question: who sees my answer.",
        required=("text",),
        examples=(
            Example(
                "Who sees my answer",
                '{% ui "who_sees" text="Only the research team sees your answer. Your manager '
                'never does." %}',
            ),
        ),
    ),
    Component(
        name="three_words",
        summary="The three words that bring a guest back from any phone, shown once.",
        required=("words",),
        examples=(Example("Three words", '{% ui "three_words" words="kettle marble tulip" %}'),),
    ),
    Component(
        name="empty_state",
        summary="Nothing here yet: what this is, one example, one button.",
        required=("title", "text"),
        optional={"example": None, "action": None, "url": None},
        body="optional",
        examples=(
            Example(
                "Nothing yet",
                '{% ui "empty_state" title="No services yet" text="A service is what people use, '
                'such as home care or a library." example="Strathmuir began with six services." '
                'action="Pick from a starter list" url="#pick" %}',
            ),
        ),
    ),
)

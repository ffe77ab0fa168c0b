import pytest
from django.template import Context, Template, TemplateSyntaxError

from alongside.ui.components import ComponentError


def render(source, **context):
    return Template("{% load ui %}" + source).render(Context(context))


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ('{% ui "tagg" text="x" %}', "no component"),
        ('{% ui "tag" text="x" colour="red" %}', "no attribute colour"),
        ('{% ui "tag" co="design" %}', "needs text"),
        ('{% ui "tag" text="x" co="desing" %}', "takes co from"),
        ('{% ui "tag" text="x" text="y" %}', "twice"),
        ('{% ui "tag" "x" %}', "does not understand"),
        ("{% ui tag %}", "quotation marks"),
        ("{% ui %}", "quotation marks"),
        ('{% ui "details" summary="x" %}', "needs a body"),
        ('{% uiblock "tag" text="x" %}{% enduiblock %}', "takes no body"),
        ('{% uiblock "card" title="x" %}{% uislot "y" %}{% enduislot %}{% enduiblock %}', "no slot"),
        (
            '{% uiblock "card" title="x" %}{% if y %}{% uislot "y" %}{% enduislot %}{% endif %}'
            "{% enduiblock %}",
            "no slot",
        ),
        ('{% uiblock "tabs" title="x" %}{% uislot "y" text="z" %}{% enduislot %}{% enduiblock %}',
         "no attribute text"),
        ('{% uiblock "tabs" title="x" %}{% uislot %}{% enduislot %}{% enduiblock %}', "a name"),
    ],
)  # fmt: skip
def test_a_mistake_is_found_when_the_template_is_compiled(source, words):
    with pytest.raises(TemplateSyntaxError, match=words):
        Template("{% load ui %}" + source)


def test_a_value_that_is_known_late_is_checked_late():
    with pytest.raises(ComponentError, match="takes co from"):
        render('{% ui "tag" text="x" co=co %}', co="desing")


def test_the_body_sees_the_page_and_the_component_does_not():
    html = render(
        '{% uiblock "card" title=title %}{{ words }}{% enduiblock %}', title="T", words="from here"
    )
    assert "from here" in html
    assert "al-card__text" not in render(
        '{% uiblock "card" title="T" %}x{% enduiblock %}', text="leaks"
    )


def test_a_component_can_be_kept_and_placed_later():
    html = render('{% ui "tag" text="New" as tag %}[{{ tag }}]')
    assert html.startswith("[<strong")
    assert "&lt;" not in html


def test_a_slot_goes_to_the_component_around_it_and_not_further():
    html = render(
        '{% uiblock "tabs" title="Views" %}{% for view in views %}{% uislot view.0 label=view.1 %}'
        '{% uiblock "chart_frame" title="Chart" %}svg{% uislot "table" %}inner{% enduislot %}'
        "{% enduiblock %}{% enduislot %}{% endfor %}{% enduiblock %}",
        views=[("one", "First"), ("two", "Second & last")],
    )
    assert html.count("govuk-tabs__tab") == 2
    assert "Second &amp; last" in html
    assert html.count("inner") == 2


def test_a_slot_outside_a_component_is_an_error():
    with pytest.raises(ComponentError, match="inside the body"):
        render('{% uislot "table" %}x{% enduislot %}')


def test_a_form_protects_against_forgery(rf):
    from django.template import engines

    from alongside.ui.examples import AnswerForm

    html = (
        engines["django"]
        .from_string('{% load ui %}{% ui "form" form=form %}')
        .render({"form": AnswerForm()}, rf.get("/"))
    )
    assert "csrfmiddlewaretoken" in html

import re

import pytest
from django.template.loader import get_template

from alongside.ui.components import (
    REGISTRY,
    Component,
    ComponentError,
    component_named,
    register,
    render_component,
)
from alongside.ui.gallery import HOSTILE, render_example

EXAMPLES = [
    pytest.param(example, id=f"{name}: {example.title}")
    for name, component in sorted(REGISTRY.items())
    for example in component.examples
]


@pytest.mark.parametrize("name", sorted(REGISTRY))
def test_every_component_has_a_template_a_summary_and_an_example(name):
    component = component_named(name)
    assert get_template(component.template_name)
    assert component.summary.endswith(".")
    assert component.examples


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_renders_something(example):
    assert "<" in render_example(example)


@pytest.mark.parametrize("example", EXAMPLES)
def test_hostile_words_are_never_markup(example):
    html = render_example(example, hostile=True)
    assert "<script" not in html
    assert "{{ x }}" not in html.replace("&quot;{{ x }}&quot;", "")


@pytest.mark.parametrize("example", EXAMPLES)
def test_no_example_needs_an_inline_style_or_script(example):
    html = render_example(example)
    assert not re.search(r"\sstyle=|\son[a-z]+=|<script", html)


def test_every_template_of_a_component_is_declared():
    folder = get_template("ui/components/button.html").origin.name.rsplit("/", 1)[0]
    from pathlib import Path

    assert {path.stem for path in Path(folder).glob("*.html")} == set(REGISTRY)


def test_a_name_can_be_declared_once():
    with pytest.raises(ComponentError, match="twice"):
        register(Component(name="button", summary="Another one."))


def test_from_python_the_same_checks_hold():
    assert "al-co-design" in render_component("tag", text="Design", co="design")
    with pytest.raises(ComponentError, match="colour"):
        render_component("tag", text="Design", colour="red")


def test_a_value_outside_the_choices_is_refused_and_none_means_the_default():
    with pytest.raises(ComponentError, match="deliver"):
        render_component("tag", text="Do", co="delivery")
    assert "al-co" not in render_component("tag", text="Do", co=None)


def test_the_words_of_an_attribute_are_escaped():
    assert "&lt;script&gt;" in render_component("tag", text=HOSTILE)


def test_pagination_keeps_the_filters_and_says_where_we_are():
    example = component_named("pagination").examples[0]
    html = render_example(example)
    assert 'href="?topic=care&amp;page=4" rel="prev"' in html
    assert html.count('aria-current="page"') == 1


def test_a_list_of_one_page_needs_no_pagination():
    from django.core.paginator import Paginator

    page = Paginator(range(3), 25).page(1)
    assert render_component("pagination", page=page).strip() == ""


@pytest.mark.parametrize(("share", "percent"), [(0, None), (0.7, 70), (1.4, 100), (-1, None)])
def test_a_step_shows_its_share_within_the_ring(share, percent):
    html = render_component(
        "step_card", number=2, title="Focus it", fact="x", action="Open", url="#", share=share
    )
    drawn = re.search(r'stroke-dasharray="(\d+) 100"', html)
    assert (int(drawn[1]) if drawn else None) == percent


def test_the_next_step_says_so_in_words():
    html = render_component(
        "step_card", number=2, title="Focus it", fact="x", action="Open", url="#", next=True
    )
    assert ">Next<" in html


def test_progress_with_nothing_to_do_is_empty_and_not_an_error():
    assert 'value="0"' in render_component("progress", value=0, total=0, text="Nothing yet")


def test_a_table_cell_may_be_a_link_a_tag_or_a_number():
    html = render_component(
        "table",
        caption="Gaps",
        head=["Service", "Together", "n"],
        rows=[[{"text": "Home care", "url": "/care/"}, {"text": "Check", "co": "assess"}, 0]],
        numeric=[2],
    )
    assert (
        '<th scope="row" class="govuk-table__header"><a class="govuk-link" href="/care/">' in html
    )
    assert 'class="al-tag al-co-assess">Check<' in html
    assert 'govuk-table__cell--numeric">0<' in html


def test_a_table_of_more_than_three_columns_stands_as_a_list_on_a_phone():
    narrow = render_component("table", caption="n", head=["a", "b", "c"], rows=[["1", "2", "3"]])
    broad = render_component("table", caption="n", head=["a", "b", "c", "d"], rows=[[1, 2, 3, 4]])
    forbidden = render_component("table", caption="n", head=["a", "b", "c", "d"], stack=False)

    assert "al-table--stack" not in narrow + forbidden
    assert "al-table--stack" in broad
    assert '<td class="govuk-table__cell" data-label="d">4<' in broad

"""Addresses in templates: Django's, worked out once for each language."""

from typing import Any

import pytest
from django.template import engines
from django.urls import NoReverseMatch, reverse
from django.utils.safestring import mark_safe
from django.utils.translation import override

from alongside.ui.templatetags import addresses


def render(source: str, **context: Any) -> str:
    return engines["django"].from_string(source).render(context)


def test_an_address_is_that_of_its_page() -> None:
    assert render('{% url "site:front" slug %}', slug="strathmuir") == "/strathmuir/"
    assert render('{% url "site:front" place="glenbeg" %}') == "/glenbeg/"
    assert render("{% url name as found %}{{ found }}", name="site:about") == reverse("site:about")


def test_it_is_worked_out_once(monkeypatch: pytest.MonkeyPatch) -> None:
    first = render('{% url "site:front" "once" %}')
    monkeypatch.setattr(addresses, "reverse", None)
    assert render('{% url "site:front" slug %}', slug=mark_safe("once")) == first


def test_each_language_has_its_own() -> None:
    with override("cy"):
        welsh = render('{% url "site:front" "strathmuir" %}')
    assert welsh == "/cy/strathmuir/"
    assert render('{% url "site:front" "strathmuir" %}') == "/strathmuir/"


def test_a_page_that_is_not_there_is_a_mistake_unless_the_template_asks() -> None:
    with pytest.raises(NoReverseMatch):
        render('{% url "site:nowhere" %}')
    assert render('{% url "site:nowhere" as found %}[{{ found }}]') == "[]"


def test_what_stands_in_an_address_is_escaped() -> None:
    hostile = '"><b>'
    assert '"' not in render(
        '{% url "account_reset_password_from_key" uidb36="x" key=key %}', key=hostile
    )

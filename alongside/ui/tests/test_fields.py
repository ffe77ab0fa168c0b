import re

import pytest
from django import forms

from alongside.ui.components import render_component
from alongside.ui.examples import AnswerForm, answered_wrongly
from alongside.ui.fields import errors_of, form_errors, kind_of


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("name", "input"), ("service", "select"), ("often", "radios"), ("groups", "checkboxes"),
        ("story", "textarea"), ("day", "parts"), ("paper", "file"), ("agree", "checkbox"),
    ],
)  # fmt: skip
def test_the_widget_decides_how_a_question_is_shown(name, kind):
    assert kind_of(AnswerForm()[name]) == kind


def test_every_error_in_the_summary_leads_to_something_on_the_page():
    html = render_component("form", form=answered_wrongly())
    targets = re.findall(r'<a href="#([^"]+)"', html)
    assert len(targets) == 3
    for target in targets:
        assert f'id="{target}"' in html


def test_hint_and_error_are_tied_to_their_field():
    form = AnswerForm({})
    html = render_component("field", field=form["name"])
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_name_helptext"' in html
    assert 'id="id_name_error"' in html


def test_a_group_of_choices_ties_hint_and_error_to_the_group():
    html = render_component("field", field=AnswerForm({})["often"])
    assert '<fieldset class="govuk-fieldset" aria-describedby="id_often_error">' in html


def test_what_was_typed_is_kept():
    html = render_component("form", form=answered_wrongly())
    assert 'value="31"' in html
    assert "&lt;script&gt;alert(&#x27;you &amp; me&#x27;)&lt;/script&gt;" in html
    assert '<option value="care" selected>' in html


def test_an_unbound_form_has_no_errors():
    assert form_errors(AnswerForm()) == []
    assert "govuk-error-summary" not in render_component("form", form=AnswerForm())


def test_an_error_of_the_whole_form_stands_in_the_summary():
    form = AnswerForm({})
    form.add_error(None, "This round is closed.")
    html = render_component("form", form=form)
    assert "<li>This round is closed.</li>" in html


class PlainForm(forms.Form):
    town = forms.CharField(label="Town")
    side = forms.ChoiceField(label="Which side?", choices=[("l", "Left")])
    key = forms.CharField(widget=forms.HiddenInput)
    secret = forms.CharField(label="Password", widget=forms.PasswordInput)


def test_a_missing_answer_says_which_one():
    form = PlainForm({})
    assert errors_of(form["town"]) == ["Fill in: Town"]
    assert errors_of(form["side"]) == ["Choose an answer: Which side?"]


def test_an_error_of_a_hidden_field_is_told_without_a_link():
    html = render_component("form", form=PlainForm({"town": "x", "side": "l", "secret": "y"}))
    assert "<li>Fill in: Key</li>" in html
    assert html.count('type="hidden"') == 1


def test_a_password_can_be_shown():
    html = render_component("field", field=PlainForm()["secret"])
    assert 'data-module="govuk-password-input"' in html
    assert "govuk-js-password-input-input" in html
    assert 'type="password"' in html


def test_the_rows_of_a_text_are_five_unless_somebody_says_otherwise():
    assert 'rows="5"' in render_component("field", field=AnswerForm()["story"])
    assert 'rows="2"' in render_component("field", field=AnswerForm()["story"], rows=2)


def test_a_choice_may_carry_a_hint():
    html = render_component("field", field=AnswerForm()["often"])
    assert 'aria-describedby="id_often_2_hint"' in html
    assert "not in all" in html


def test_a_hint_given_on_the_page_is_tied_to_the_field_too():
    html = render_component("field", field=PlainForm()["town"], hint="Where you live.")
    assert 'aria-describedby="id_town_helptext"' in html
    assert '<div id="id_town_helptext" class="govuk-hint">Where you live.</div>' in html


def test_a_list_to_choose_from_is_written_as_django_writes_it():
    groups = [("Near", [("1", "<Home> & care"), (2, "Parks")]), ("", "None of them")]
    for choices in (groups, AnswerForm.base_fields["service"].choices):
        field = forms.ChoiceField(choices=choices, widget=forms.Select(attrs={"class": "wide"}))
        ours, plain = (
            field.widget.render("where", "2", {"id": "w"}, renderer=renderer)
            for renderer in (forms.renderers.TemplatesSetting(), forms.renderers.DjangoTemplates())
        )
        assert ours.split() == plain.split()
    assert " selected>Parks" in forms.Select(choices=groups).render("where", "2")

"""Every kind of form field carries its label, hint and error."""

from datetime import date

import lxml.html
import pytest
from django import forms
from django.template import Context, Template

from goldenthread.web.days import DayField
from goldenthread.web.fields import draw_error_summary, draw_field, first_id
from goldenthread.web.style_guide.forms import ExampleForm
from goldenthread.web.tests.html import fragment_faults

GOOD = {
    "title": "Rota",
    "changed": "Now on paper & agreed",
    "forecast_0": "16",
    "forecast_1": "5",
    "forecast_2": "2016",
    "lead": "manager",
    "kind": "practice",
    "teams": ["head", "manager"],
    "private": "on",
}
NAMES = list(ExampleForm.base_fields)


def tree(html):
    return lxml.html.fragment_fromstring(html, create_parent="body")


@pytest.mark.parametrize("name", NAMES)
def test_a_field_is_labelled_and_its_summary_leads_to_it(name):
    form = ExampleForm({})
    drawn = tree(draw_field(form[name]))
    assert fragment_faults(drawn) == []
    assert drawn.xpath("//*[@id=$id]", id=first_id(form[name]))


@pytest.mark.parametrize("name", ["title", "changed", "forecast", "lead", "kind"])
def test_an_empty_field_says_its_name_and_what_to_do(name):
    form = ExampleForm({})
    text = draw_field(form[name])
    assert "This field is required" not in text
    assert f"{form[name].label}:" in text
    assert "govuk-form-group--error" in text


def test_the_summary_lists_every_error_with_its_field():
    links = tree(draw_error_summary(ExampleForm({}))).xpath("//a/@href")
    assert links == ["#id_title", "#id_changed", "#id_forecast_0", "#id_lead", "#id_kind_0"]


def test_an_error_of_no_field_stands_first_and_leads_nowhere():
    form = ExampleForm({})
    form.add_error(None, "The two dates contradict each other. Change one.")
    first = tree(draw_error_summary(form)).xpath("//li")[0]
    assert first.text_content().strip() == "The two dates contradict each other. Change one."
    assert not first.xpath(".//a")


def test_without_errors_there_is_no_summary():
    assert draw_error_summary(ExampleForm(GOOD)) == ""
    template = Template("{% load gt %}{% govuk_error_summary form %}")
    assert template.render(Context({})) == ""


def test_what_was_typed_and_chosen_is_kept_when_the_page_comes_again():
    form = ExampleForm(GOOD)
    assert form.is_valid(), form.errors
    page = tree("".join(draw_field(field) for field in form))
    assert page.xpath("//input[@name='title']/@value") == ["Rota"]
    assert page.xpath("//textarea")[0].text == "Now on paper & agreed"
    assert page.xpath("//input[starts-with(@name, 'forecast')]/@value") == ["16", "5", "2016"]
    assert page.xpath("//option[@selected]/@value") == ["manager"]
    assert page.xpath("//input[@type='radio'][@checked]/@value") == ["practice"]
    assert page.xpath("//input[@name='teams'][@checked]/@value") == ["head", "manager"]
    assert page.xpath("//input[@name='private'][@checked]")


def test_a_password_is_never_sent_back():
    form = ExampleForm({"password": "three lanterns"})
    assert "three lanterns" not in draw_field(form["password"])


def test_label_hint_and_class_can_be_changed_where_it_is_drawn():
    field = ExampleForm()["title"]
    drawn = draw_field(field, label="Name", hint="In full", classes="govuk-input--width-5")
    assert "Name" in drawn
    assert "In full" in drawn
    assert "govuk-input--width-5" in drawn


def test_what_need_not_be_filled_in_says_so():
    assert "Evidence (optional)" in draw_field(ExampleForm()["evidence"])


def test_a_hidden_field_is_only_its_input():
    class Hidden(forms.Form):
        version = forms.CharField(widget=forms.HiddenInput, initial="<3")

    drawn = draw_field(Hidden()["version"])
    assert drawn == '<input type="hidden" name="version" value="&lt;3" id="id_version">'


def test_a_day_that_the_form_knows_is_shown_in_its_three_boxes():
    class Dated(forms.Form):
        due = DayField(label="Due")

    drawn = tree(draw_field(Dated(initial={"due": date(2016, 5, 16)})["due"]))
    assert drawn.xpath("//input/@value") == ["16", "5", "2016"]

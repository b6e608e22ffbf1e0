"""Our tags draw GOV.UK's components as GOV.UK does."""

import json
from pathlib import Path

import jinja2
import lxml.html
import pytest
from django.template import Context, Template

from goldenthread.web.macros import draw

EXAMPLES = json.loads(Path(__file__).with_name("govuk_examples.json").read_text())
CASES = [
    pytest.param(part["component"], e["options"], e["html"], id=f"{part['component']}-{e['name']}")
    for part in EXAMPLES
    for e in part["examples"]
]


def tree(html):
    """Tags, attributes and words, without the white space between them."""
    return _node(lxml.html.fragment_fromstring(html, create_parent="div"))


def _node(element):
    words = " ".join((element.text or "").split())
    children = [(_node(child), " ".join((child.tail or "").split())) for child in element]
    return element.tag, sorted(element.attrib.items()), words, children


@pytest.mark.parametrize(("component", "options", "html"), CASES)
def test_a_component_is_drawn_as_the_design_system_shows_it(component, options, html):
    assert tree(draw(component, options)) == tree(html)


def test_texts_are_escaped():
    assert "<script>" not in draw("tag", {"text": "<script>alert(1)</script>"})


def test_a_component_that_is_not_there_is_an_error():
    with pytest.raises(jinja2.TemplateNotFound):
        draw("pie-chart", {})


def test_the_tag_draws_in_a_template():
    template = Template('{% load gt %}{% govuk "tag" text=word %}')
    assert tree(template.render(Context({"word": "A & B"}))) == tree(
        '<strong class="govuk-tag">A &amp; B</strong>'
    )

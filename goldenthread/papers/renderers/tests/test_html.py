"""A paper as HTML, parsed again."""

import re

import lxml.html
import pytest

from goldenthread.papers.renderers import html
from goldenthread.papers.renderers.html_style import CSS
from goldenthread.papers.renderers.tests.made_papers import TRAPS, paper


@pytest.fixture(scope="module")
def page():
    return lxml.html.document_fromstring(html.render(paper()).decode())


def test_the_page_has_its_language_its_title_and_one_first_heading(page):
    assert page.get("lang") == "en-GB"
    assert page.findtext(".//title") == "Highlight report & plan"
    assert [h.text for h in page.iter("h1")] == ["Highlight report & plan"]


def test_headings_go_down_by_one(page):
    levels = [int(h.tag[1]) for h in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels == [1, 2, 3, 4]


def test_the_file_holds_no_script_and_nothing_from_elsewhere(page):
    assert not list(page.iter("script", "link", "img"))
    assert not page.xpath("//@style | //@src | //@href")


def test_each_table_has_a_caption_and_headings_that_say_what_they_name(page):
    table = page.find(".//table")
    assert table.findtext("caption") == "The actions of the plan"
    assert "span the actions" in table.findtext("caption/span")
    assert {th.get("scope") for th in table.findall("thead/tr/th")} == {"col"}
    assert {th.get("scope") for th in table.findall("tbody/tr/th")} == {"rowgroup"}
    assert [th.get("rowspan") for th in table.findall("tbody/tr/th")] == ["3", "3", "3"]


def test_a_cell_that_spans_rows_stands_once(page):
    rows = page.find(".//table").findall("tbody/tr")
    assert [len(row) for row in rows] == [6, 4, 4] * 3


def test_nothing_in_a_cell_is_taken_for_markup(page):
    table = page.findall(".//table")[1]
    assert [td.text_content() for td in table.iter("td")] == list(TRAPS)
    assert [th.text_content() for th in table.findall("thead/tr/th")] == [
        "Row",
        "=A1 heading & <i>",
    ]


def test_notes_say_their_kind_in_words(page):
    notes = [e.text_content() for e in page.find_class("gt-paper__note")]
    assert notes == [
        "Missing: Nothing said by children is on file for this month.",
        "Warning: Figures before April 2025 were counted otherwise.",
        "Grey means that nothing was agreed yet.",
    ]


def test_strong_words_stand_where_they_were(page):
    (line,) = (p for p in page.iter("p") if p.text_content().startswith("In plain"))
    assert line.text_content() == "In plain words, and strong ones."
    assert line.findtext("strong") == "and strong ones"


def test_facts_are_terms_with_what_they_are(page):
    assert [dt.text for dt in page.iter("dt")] == ["Plan", "Actions done"]
    assert [dd.text for dd in page.iter("dd")] == ["Aldermere 2025", "12 of 40"]


def test_the_marking_and_the_footer_are_there(page):
    (marking,) = page.find_class("gt-paper__marking")
    assert marking.text == "OFFICIAL - for the board & its members"
    assert page.find_class("gt-paper__footer")[0].text == "Aldermere improvement plan"


def test_tones_are_classes_beside_the_words(page):
    (cell, *_) = page.find_class("gt-paper__cell--good")
    assert cell.text_content() == "On time"


def test_a_bare_paper_has_no_empty_lines():
    bare = paper(subtitle="", marking="", footer="", blocks=())
    part = lxml.html.document_fromstring(html.render(bare).decode()).find(".//article")
    assert [child.tag for child in part] == ["h1", "p"]


def test_every_class_in_the_style_is_used():
    used = html.render(paper()).decode().replace(CSS, "")
    used += "gt-paper__cell--warn gt-paper__cell--none"
    for name in set(re.findall(r"\.((?:gt|govuk)-[\w-]+)", CSS)):
        assert name in used, name

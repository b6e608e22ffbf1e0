"""What the title page and the legal sentence of a SLAC report say, in the orders they are printed."""

import pytest

from goldenthread.documents.layout import Document, Line, Page, Place
from goldenthread.documents.reports.printed_rows import Row
from goldenthread.documents.reports.slac_facts import authority_inside, legal_power, title_page
from goldenthread.documents.reports.slac_parts import Body, Paragraph, Text

TITLE = "Inspection of safeguarding and looked after children services"


def printed(*texts):
    lines = tuple(Line(text, Place(page=1, line=n)) for n, text in enumerate(texts, start=1))
    return Document(name="report.txt", form="text", pages=(Page(number=1, lines=lines),))


@pytest.mark.parametrize(
    ("lines", "authority"),
    [
        ([TITLE, "Aldermere", "Inspection dates: 4 May 2010"], "Aldermere"),
        ([TITLE, "Aldermere", "and Vale", "Lead inspector: J Marsh"], "Aldermere and Vale"),
        (["Aldermere", TITLE, "Inspection dates: 4 May 2010"], "Aldermere"),
        ([TITLE, "Inspection dates: 4 May 2010"], None),
        ([TITLE, "Aldermere"], None),
    ],
)
def test_the_council_stands_below_the_title_or_above_it(lines, authority):
    assert title_page([], printed(*lines)).authority == authority


def rows(*texts):
    return [Row(text, Place(page=1, line=n), fresh=True) for n, text in enumerate(texts, start=1)]


@pytest.mark.parametrize(
    ("lines", "lead"),
    [
        (["Lead inspector: Jo Marsh HMI"], "Jo Marsh"),
        (["Lead inspector", "Jo  Marsh"], "Jo Marsh"),
        (["Lead inspector"], None),
    ],
)
def test_the_lead_stands_behind_the_label_or_below_it(lines, lead):
    assert title_page(rows(*lines), printed(TITLE)).lead == lead


def test_the_council_is_named_in_the_page_footer_where_no_paragraph_does():
    footed = printed(TITLE, f"Aldermere {TITLE[0].lower()}{TITLE[1:]} 3")
    assert authority_inside(Body(), footed) == ("Aldermere", "the page footer")
    assert authority_inside(Body(), printed(TITLE)) is None


def test_no_act_is_read_from_paragraphs_that_name_none():
    opening = Text(Place(page=1), ["The inspection was carried out in May."])
    paragraph = Paragraph(1, opening, section=None, group=None, heading=None, area=None)
    assert legal_power([paragraph]) is None

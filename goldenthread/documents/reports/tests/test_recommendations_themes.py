"""Lists of recommendations that headings part: themes, headings close together, marks beside letters."""

import pytest

from goldenthread.documents.layout import Box, Document, Line, Page, Place
from goldenthread.documents.reports.furniture import body_lines
from goldenthread.documents.reports.recommendations import recommendations
from goldenthread.documents.tests.drawn import drawn

AFTER = """
## The experiences and progress of children who need help and protection: good

1. Children in Aldermere receive help when they need it.

2. Assessments are timely.
"""


def read(*pages):
    return [(item["theme"], item["text"]) for item in recommendations(drawn(*pages)).items]


@pytest.mark.parametrize("opening", ["#", "##", "**"])
def test_themes_part_a_list_of_noun_phrases_whatever_the_type_of_its_heading(opening):
    page = f"""
{opening} What needs to improve?

** Help and protection

◼ The quality of plans.

** Children in care

◼ The timeliness of health assessments.

◼ Life-story work.
"""
    assert read(page + AFTER) == [
        ("Help and protection", "The quality of plans."),
        ("Children in care", "The timeliness of health assessments."),
        ("Children in care", "Life-story work."),
    ]


def test_a_theme_with_one_text_that_begins_with_an_uncommon_verb_ends_no_list():
    page = """
## What does the local authority need to improve?

** Areas for improvement

** Help and protection

1. Reawaken interest in early help.

** Looked after children

2. Rekindle links with schools.

** Care leavers

3. Improve pathway plans.

## The local authority’s strengths

4. Leaders know the services well.
"""
    assert [text for _, text in read(page)] == [
        "Reawaken interest in early help.",
        "Rekindle links with schools.",
        "Improve pathway plans.",
    ]


def test_a_heading_close_under_another_in_its_own_type_opens_a_list():
    page = """
** The effectiveness of the LSCB requires improvement
** Areas for improvement

◼ Monitor early help.

◼ Publish the annual report.
"""
    tight = drawn(page)
    first, second, *rest = tight.pages[0].lines
    shift = 6.0
    lower = [moved(line, shift) for line in (second, *rest)]
    document = Document("report.pdf", "pdf", (page_of(first, *lower),))
    assert [item["text"] for item in recommendations(document).items] == [
        "Monitor early help.",
        "Publish the annual report.",
    ]


def test_a_dash_that_is_lower_than_the_letters_stands_before_them():
    texts = [("1", 800.0, 515.0), ("–", 106.0, 72.0), ("The quality of plans", 100.0, 90.0)]
    lines = [
        Line(text, Place(page=1, line=n), Box(left, top, left + 5.0 * len(text), top + tall))
        for n, ((text, top, left), tall) in enumerate(
            zip(texts, (8.0, 2.0, 12.0), strict=True), start=1
        )
    ]
    document = Document("report.pdf", "pdf", (page_of(*lines),))
    assert [line.text for line in body_lines(document)[0]] == ["–", "The quality of plans"]


@pytest.mark.parametrize("glyph", ["»", "›", "✦", "➤", "⬧", "◈", "→"])
def test_arrows_stars_and_squares_are_bullets(glyph):
    page = f"## What needs to improve?\n\n{glyph} The quality of plans\n\n{glyph} Supervision\n"
    assert [text for _, text in read(page + AFTER)] == ["The quality of plans", "Supervision"]


def moved(line, down):
    box = line.box
    place = Box(box.left, box.top + down, box.right, box.bottom + down)
    return Line(line.text, line.place, place, line.size, line.bold)


def page_of(*lines):
    return Page(number=1, lines=lines, width=595.0, height=842.0)

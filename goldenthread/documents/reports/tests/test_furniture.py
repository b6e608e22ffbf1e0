"""Page furniture: what stands on every page and belongs to no paragraph."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.documents.reports.furniture import body_lines, page_number
from goldenthread.documents.reports.paragraphs import paragraphs
from goldenthread.documents.reports.recommendations import recommendations
from goldenthread.documents.tests.drawn import drawn

PAGES = (
    "A summary of Aldermere.\n\n## What needs to improve?\n\n◼ The response to children who go missing and",
    "   whose plans are late.\n\n◼ The quality of plans.\n\n## Help and protection: good\n\n1. Children are safe.",
    "2. Plans are good.\n\n3. Visits are timely.\n\n4. Homes are good and those who live in them",
    "     say so.\n\n5. Leaders know what goes on.\n\n6. Partners help.",
)
WORDS = st.text("abcdefghij klmnop", min_size=3, max_size=60).filter(lambda text: text.strip())
FURNITURE = st.lists(
    st.one_of(
        st.just("{page}"),
        st.just("Page {page} of 4"),
        st.just("- {page} -"),
        st.builds("Inspection of {}".format, WORDS),
        st.builds("{} {{page}}".format, WORDS),
    ),
    max_size=3,
)


def texts(document):
    return [line.text for page in body_lines(document) for line in page]


def read(document):
    found = recommendations(document), paragraphs(document)
    return [one.items for one in found]


@settings(max_examples=60, deadline=None)
@given(heads=FURNITURE, feet=FURNITURE)
def test_no_furniture_changes_what_is_read(heads, feet):
    assert read(drawn(*PAGES, heads=heads, feet=feet)) == read(drawn(*PAGES))


def test_small_notes_at_the_foot_are_left_out():
    page = "Children are safe and have been so for years in Aldermere.\n\n~ 2 These are homes for\n~ children."
    assert texts(drawn(page)) == ["Children are safe and have been so for years in Aldermere."]


def test_notes_are_known_by_their_place_where_sizes_are_not():
    page = "Children are safe." + "\n" * 45 + "2 These are homes that look after children."
    assert texts(drawn(page, sizes=False)) == ["Children are safe."]


def test_a_page_that_is_all_small_is_kept():
    assert texts(drawn("Body text of the report.", "~ The office\n~ 2 Streets")) == [
        "Body text of the report.",
        "The office",
        "2 Streets",
    ]


@pytest.mark.parametrize("text", ["3", " 3 ", "Page 3", "page 3 of 12", "3/12", "- 3 -", "–3–"])
def test_a_page_number_is_known_in_all_its_wordings(text):
    assert page_number(text) == 3


@pytest.mark.parametrize("text", ["", "3.", "2015", "Page", "3 children", "Page 3 of the report"])
def test_other_lines_are_no_page_numbers(text):
    assert page_number(text) is None


def test_a_number_inside_the_page_is_kept():
    assert texts(drawn("Children of\n12\nare safe.")) == ["Children of", "12", "are safe."]


def test_page_numbers_go_even_without_boxes():
    document = drawn("One line.", "Another.", feet=("{page}",), boxes=False)
    assert texts(document) == ["One line.", "Another."]

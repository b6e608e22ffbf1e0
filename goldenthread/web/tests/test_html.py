"""The look at each page finds what it is there to find."""

import pytest

from goldenthread.web.tests.html import faults

GOOD = """<!doctype html><html lang="en"><head><title>Plans – Golden Thread</title></head><body>
<header></header><main><h1>Plans</h1>{}</main><footer></footer></body></html>"""


def test_a_good_page_has_no_fault():
    assert faults(GOOD.format("<h2>All</h2>")) == []


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        ("<h1>Again</h1>", "2 h1 in place of one"),
        ("<h3>Deep</h3>", "h3 follows h1"),
        ('<p id="a"></p><p id="a"></p>', "id a stands twice"),
        ('<input name="q">', "<input q> has no label"),
        ('<p style="color:red">', "<p > has a style"),
        ("<script>alert(1)</script>", "a script stands in the page"),
        ('<p onclick="x()">', "<p > has onclick"),
        ("<button>Go</button>", "a button has no type"),
        ("<img>", "a picture has no alt"),
        ('<a href="#">x</a>', "a link leads nowhere"),
        ("<table></table>", "a table has no caption"),
        ("<nav></nav>", "nav None stands 1 times"),
        ("<main></main>", "2 main"),
        ('<a class="govuk-button" href="/">1</a>' * 2, "2 primary buttons"),
    ],
)
def test_a_fault_is_found(html, fault):
    assert fault in faults(GOOD.format(html))


def test_a_page_whose_title_is_not_its_heading_is_found():
    assert faults(GOOD.format("").replace("<title>Plans", "<title>Start")) == [
        "title ['Start – Golden Thread'] lacks 'Plans'"
    ]


def test_a_page_without_a_language_is_found():
    assert faults(GOOD.format("").replace(' lang="en"', "")) == ["the page has no language"]

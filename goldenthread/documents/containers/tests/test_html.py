"""HTML pages: headings, paragraphs, lists, tables with spans, hidden parts."""

from goldenthread.documents.containers.opening import open_bytes
from goldenthread.documents.layout import Paragraph, Place


def opened(body):
    return open_bytes(f"<html><body>{body}</body></html>".encode(), "page.html")


def texts(document):
    return [(b.text, b.level) for b in document.blocks if isinstance(b, Paragraph)]


def grid(table):
    return [[cell and cell.text for cell in row] for row in table.grid()]


def test_headings_paragraphs_and_line_breaks_are_read_as_printed():
    found = opened("<h2>The\n plan</h2><p>one <b>two</b><br>three&nbsp;four<p>five<div>six</div>")
    assert texts(found) == [
        ("The plan", 2),
        ("one two\nthree four", None),
        ("five", None),
        ("six", None),
    ]
    assert [block.place.line for block in found.blocks] == [1, 2, 4, 5]


def test_list_items_carry_what_the_browser_prints():
    found = opened(
        "<ul><li>a<li><p>b</p><p>c</p></ul><ol start=3><li>d<li>e</ol><ol start=x><li>f</ol>"
    )
    assert [text for text, _ in texts(found)] == ["• a", "• b", "c", "3. d", "4. e", "1. f"]


def test_scripts_styles_and_hidden_parts_are_left_out():
    found = opened(
        "<script>x()</script><style>p{}</style><p hidden>no</p><p style='display: none'>no</p>"
        "<p>yes<span style='display:none'>no</span></p><!-- no -->"
    )
    assert [text for text, _ in texts(found)] == ["yes"]


def test_spans_are_laid_out_as_a_browser_does():
    found = opened(
        "<table><thead><tr><th>No<th colspan=2>Action</tr></thead><tbody>"
        "<tr><td rowspan=2>1<td>a<td>b</tr><tr><td>c<td>d</tr>"
        "<tr><td rowspan=0>2<td>e<td colspan=x>f</tr></tbody></table>"
    )
    (table,) = found.tables()
    assert grid(table) == [
        ["No", "Action", None],
        ["1", "a", "b"],
        [None, "c", "d"],
        ["2", "e", "f"],
    ]
    assert table.cells[4].place == Place(table=1, row=2, cell=3)


def test_a_table_in_a_cell_becomes_lines_of_the_cell():
    found = opened("<table><tr><td>x<table><tr><td>1<td>2</tr><tr><td>3</tr></table></table>")
    assert grid(found.tables()[0]) == [["x\n1\t2\n3"]]
    assert len(found.tables()) == 1


def test_paragraphs_in_a_cell_are_parted_by_line_breaks():
    found = opened("<table><tr><td><p>i) Dec 2013</p><p>ii) Sept 13</p></table>")
    assert found.tables()[0].cells[0].text == "i) Dec 2013\nii) Sept 13"


def test_an_empty_table_has_no_cells():
    (table,) = opened("<p>x</p><table></table>").tables()
    assert table.cells == ()


def test_a_page_in_windows_letters_is_read_and_the_guess_is_said():
    found = open_bytes("<html><p>£100 – done</html>".encode("cp1252"), "page.html")
    assert texts(found) == [("£100 – done", None)]
    assert "cp1252" in found.warnings[0]


def test_a_blank_line_inside_a_paragraph_is_no_line():
    found = opened("<p>one<br><br>two</p>")
    assert texts(found) == [("one\n\ntwo", None)]
    assert [line.text for line in found.lines()] == ["one", "two"]

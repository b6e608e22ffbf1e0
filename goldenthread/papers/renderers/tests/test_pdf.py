"""A paper as PDF, opened again by our reader; its marks of PDF/UA-1 looked at in the file itself."""

import io
import re

import pikepdf
import pypdfium2
import pytest
import typst

from goldenthread.basics.errors import UserFacingError
from goldenthread.documents.reading import read_bytes
from goldenthread.papers.document import Cell, Column, Grid, Heading, words
from goldenthread.papers.renderers import pdf
from goldenthread.papers.renderers.tests.made_papers import (
    TRAPS,
    long_plan,
    paper,
    text_cell,
    trap_grid,
)


@pytest.fixture(scope="module")
def data():
    return pdf.render(paper())


@pytest.fixture(scope="module")
def file(data):
    with pikepdf.open(io.BytesIO(data)) as opened:
        yield opened


def text_of(data):
    with pypdfium2.PdfDocument(data) as opened:
        return "\n".join(page.get_textpage().get_text_range() for page in opened)


def elements(node):
    """Every element of the tree of tags."""
    for child in node.get("/K", []) if isinstance(node.get("/K"), pikepdf.Array) else []:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from elements(child)


def test_the_file_is_marked_as_pdf_ua(file):
    assert file.Root.MarkInfo.Marked
    assert str(file.Root.Lang) == "en-GB"
    assert file.Root.ViewerPreferences.DisplayDocTitle
    with file.open_metadata() as meta:
        assert meta["pdfuaid:part"] == "1"
        assert meta["dc:title"] == "Highlight report & plan"


def test_the_tags_hold_headings_lists_and_tables(file):
    kinds = {str(element.S) for element in elements(file.Root.StructTreeRoot)}
    assert {"/H1", "/H2", "/L", "/LI", "/Table", "/TR", "/TH", "/TD", "/Caption"} <= kinds


def test_each_heading_of_a_table_says_that_it_names_a_column(file):
    headings = [e for e in elements(file.Root.StructTreeRoot) if str(e.S) == "/TH"]
    assert len(headings) == 6 + 2 + 2
    for heading in headings:
        given = heading.A if isinstance(heading.A, pikepdf.Array) else [heading.A]
        assert any(str(a.get("/Scope")) == "/Column" for a in given)


def test_every_font_is_in_the_file(file):
    fonts = [font for page in file.pages for font in page.Resources.Font.values()]
    assert fonts
    for font in fonts:
        inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        assert any(f"/FontFile{n}" in inner.FontDescriptor for n in ("", "2", "3"))


def test_every_page_bears_the_marking_the_footer_and_its_number(data):
    with pypdfium2.PdfDocument(data) as opened:
        for n, page in enumerate(opened, start=1):
            text = page.get_textpage().get_text_range()
            assert "OFFICIAL - for the board & its members" in text
            assert "Aldermere improvement plan" in text
            assert f"Page {n} of {len(opened)}" in text


def test_nothing_is_taken_for_markup():
    text = text_of(pdf.render(paper(title="#panic() *x* & $y$", blocks=(trap_grid(),))))
    for trap in (*TRAPS, "#panic() *x* & $y$", "=A1 heading & <i>"):
        assert trap in text


def test_the_notes_say_their_kind_in_words(data):
    text = text_of(data)
    assert "Missing: Nothing said by children is on file for this month." in text
    assert "Warning: Figures before April 2025 were counted otherwise." in text


def test_a_heading_that_leaves_a_level_out_is_set_below_the_one_before():
    assert pdf.render(paper(blocks=(Heading(3, "First of all"), Heading(4, "Below"))))


def test_our_reader_finds_the_actions_of_a_long_plan():
    document = long_plan(rows=24)
    read = read_bytes(pdf.render(document), "plan.pdf")
    expected = [row[-9].text.strip() for row in document.blocks[1].rows]
    assert [action["text"] for action in read["actions"]] == expected
    assert [item["number"] for item in read["items"]] == ["1", "2", "3", "4", "5"]


def test_a_cell_longer_than_a_page_goes_on_over_the_next():
    text = " ".join(f"word{n}" for n in range(1500))
    for rows in (1, 2):
        line = (text_cell(text, rows=rows), text_cell("beside"))
        below = () if rows == 1 else ((text_cell("second"),),)
        grid = Grid(columns=(Column("Long"), Column("Short")), rows=(line, *below), caption="Long")
        made = text_of(pdf.render(paper(blocks=(grid,))))
        assert re.findall(r"word\d+", made) == text.split()


def test_a_word_wider_than_its_column_is_broken_not_cut():
    link = "https://aldermere.example/" + "x" * 60
    columns = tuple(Column(str(n)) for n in range(10))
    row = (text_cell(link), *[Cell()] * 9)
    data = pdf.render(paper(blocks=(Grid(columns=columns, rows=(row,), caption="Links"),)))
    with pypdfium2.PdfDocument(data) as opened:
        page = opened[0].get_textpage()
        rights = [page.get_charbox(n)[2] for n in range(page.count_chars())]
    assert max(rights) < 595
    assert link in re.sub(r"[\s\u200b\ufffe\x02]", "", text_of(data))


def test_a_character_without_a_font_is_printed_as_its_number():
    text = text_of(pdf.render(paper(blocks=(words("a \U00012000 b \U00013000"),))))
    assert "a [U+12000] b [U+13000]" in text


def test_too_many_characters_without_a_font_are_told(monkeypatch):
    monkeypatch.setattr(pdf, "UNKNOWN_LIMIT", 2)
    text = " ".join(chr(0x12000 + n) for n in range(5))
    with pytest.raises(UserFacingError, match="no font"):
        pdf.render(paper(blocks=(words(text),)))


def test_another_fault_of_typesetting_is_not_hidden(monkeypatch, tmp_path):
    broken = tmp_path / "broken.typ"
    broken.write_text("#panic()")
    monkeypatch.setattr(pdf, "TEMPLATE", broken)
    with pytest.raises(typst.TypstError):
        pdf.render(paper())


def test_the_same_paper_gives_the_same_bytes(data):
    assert pdf.render(paper()) == data

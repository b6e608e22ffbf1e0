"""A layout: every place of a document in one part, each part small enough to be shown at once."""

import json

import pytest

from goldenthread.documents import reading
from goldenthread.documents.containers.opening import open_bytes
from goldenthread.documents.layout import Document, Line, Page, Paragraph, Place, Table
from goldenthread.documents.plans.tests import drawn, sheets
from goldenthread.documents.shown import cutting, layouts
from goldenthread.documents.shown.cutting import cut
from goldenthread.documents.tests import made_files


def laid_out(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    return layouts.lay_out(path)["layout"]


def flowing(*blocks):
    return Document(name="plan.docx", form="docx", pages=(), blocks=blocks)


def text_of(*pages):
    return Document(
        name="plan.txt",
        form="text",
        pages=tuple(
            Page(
                number=number,
                lines=tuple(
                    Line(f"line {n}", Place(page=number if len(pages) > 1 else None, line=n))
                    for n in range(1, count + 1)
                ),
            )
            for number, count in enumerate(pages, start=1)
        ),
    )


@pytest.mark.parametrize("name", made_files.GOOD)
def test_the_layout_of_each_form_has_an_index_and_its_parts(tmp_path, name):
    layout = laid_out(tmp_path, name, made_files.GOOD[name]())
    index = layouts.member(layout, layouts.INDEX)
    assert set(index) == {"form", "warnings", "parts"}
    for number in range(1, len(index["parts"]) + 1):
        assert layouts.member(layout, str(number))
    assert layouts.member(layout, str(len(index["parts"]) + 1)) is None


def test_the_cells_of_a_pdf_plan_are_laid_out_by_page(tmp_path):
    data = drawn.as_pdf(drawn.merged(drawn.plan()), stroke="all")
    path = tmp_path / "plan.pdf"
    path.write_bytes(data)
    layout = layouts.lay_out_cells(path)["layout"]
    for place in reading.read_bytes(data, "plan.pdf")["sources"].values():
        cells = layouts.member(layout, str(place["page"]))
        same = [c for c in cells if all(c[k] == place[k] for k in ("table", "row", "cell"))]
        assert len(same) == 1


@pytest.mark.parametrize("lay_out", [layouts.lay_out, layouts.lay_out_cells])
def test_a_file_that_cannot_be_read_is_told(tmp_path, lay_out):
    path = tmp_path / "head.pdf"
    path.write_bytes(b"%PDF-1.7\n%%EOF")
    assert lay_out(path)["message"].startswith("head.pdf: The PDF is damaged.")


def test_a_layout_too_long_to_show_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(layouts, "LAYOUT_LIMIT", 50)
    path = tmp_path / "plan.md"
    path.write_bytes(made_files.markdown())
    assert layouts.lay_out(path)["message"].startswith("plan.md: The file is too long to be shown")


@pytest.mark.parametrize(
    ("pages", "labels"),
    [
        ((3,), ["Lines 1 to 3"]),
        ((3, 2), ["Page 1", "Page 2"]),
        ((250,), ["Lines 1 to 200", "Lines 201 to 250"]),
        ((201, 1), ["Page 1, lines 1 to 200", "Page 1, lines 201 to 201", "Page 2"]),
    ],
)
def test_a_text_is_cut_by_pages_and_lines(pages, labels):
    assert [part.label for part in cut(text_of(*pages))] == labels


def test_paragraphs_and_rows_are_cut_into_parts_and_lines_in_a_run_are_one_span():
    table = sheets.table("\n".join(f"a{n} | b{n}" for n in range(130)))
    before = [Paragraph(f"p{n}", Place(line=n)) for n in range(1, 91)]
    after = [Paragraph("end", Place(line=91))]
    parts = list(cut(flowing(*before, table, *after)))
    spans = [[(s["table"], s["first"], s["last"]) for s in part.spans] for part in parts]
    assert spans == [[(None, 1, 90)], [(1, 1, 100)], [(1, 101, 130), (None, 91, 91)]]
    assert [part.label for part in parts] == ["Part 1", "Part 2", "Part 3"]


def test_long_rows_end_a_part_sooner(monkeypatch):
    monkeypatch.setattr(cutting, "LETTERS_AT_ONCE", 100)
    table = sheets.table("\n".join(["x" * 40 + " | y"] * 5))
    assert [len(part.blocks[0]["rows"]) for part in cut(flowing(table))] == [2, 2, 1]


def test_a_very_long_text_is_cut_short_and_says_so(monkeypatch):
    monkeypatch.setattr(cutting, "LONGEST_TEXT", 10)
    (part,) = cut(flowing(Paragraph("0123456789abc", Place(line=1))))
    assert part.blocks[0]["text"] == "0123456789 … (3 more signs)"


def test_a_merged_cell_stands_in_each_part_with_the_rows_it_has_there(monkeypatch):
    monkeypatch.setattr(cutting, "ROWS_AT_ONCE", 2)
    table = sheets.table("a | 1\n^ | 2\n^ | 3\n^ | 4\n^ | 5")
    reach = [
        (row["number"], cell["text"], cell["rows"])
        for part in cut(flowing(table))
        for row in part.blocks[0]["rows"]
        for cell in row["cells"]
        if cell["text"] == "a"
    ]
    assert reach == [(1, "a", 2), (3, "a", 2), (5, "a", 1)]


def test_a_long_sheet_is_cut_by_the_rows_that_the_user_sees():
    def fill(workbook):
        sheet = workbook.add_worksheet("Tracker")
        for row in [0, *range(5, 120)]:
            sheet.write(row, 0, f"row {row + 1}")

    parts = list(cut(open_bytes(made_files.excel(fill), "t.xlsx")))
    assert [part.label for part in parts] == [
        "Sheet “Tracker”, rows 1 to 104",
        "Sheet “Tracker”, rows 105 to 120",
    ]


def test_a_document_without_texts_has_no_parts():
    assert list(cut(flowing())) == []
    assert list(cut(flowing(Table(cells=(), place=Place(table=1))))) == []
    assert json.dumps(list(cut(text_of(0)))) == "[]"

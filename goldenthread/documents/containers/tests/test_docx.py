"""Word documents: order, merged cells, tracked changes, lists, boxes, and what is left out."""

import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml

from goldenthread.documents.containers import numbering
from goldenthread.documents.containers.opening import open_bytes
from goldenthread.documents.layout import Paragraph, Place
from goldenthread.documents.tests import bad_files, made_files

W = bad_files.WORD_NAMES
DRAWN = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def opened(fill):
    return open_bytes(made_files.word(fill), "plan.docx")


def body(xml):
    """A document whose body is this XML."""
    document = f"<w:document {W} {DRAWN}><w:body>{xml}</w:body></w:document>"
    data = made_files.repacked(made_files.word(), {"word/document.xml": document})
    return open_bytes(data, "plan.docx")


def run(text):
    return f"<w:r><w:t>{text}</w:t></w:r>"


def texts(document):
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def grid(table):
    return [[cell and cell.text for cell in row] for row in table.grid()]


def test_paragraphs_and_tables_come_in_the_order_of_the_body():
    def fill(document):
        document.add_heading("Plan", level=2)
        document.add_table(rows=1, cols=1).cell(0, 0).text = "in the table"
        document.add_paragraph("after it")

    found = opened(fill)
    assert [type(block).__name__ for block in found.blocks] == ["Paragraph", "Table", "Paragraph"]
    assert found.blocks[0].level == 2
    assert found.blocks[2].level is None
    assert [line.text for line in found.lines()] == ["Plan", "in the table", "after it"]


def test_a_style_that_is_based_on_a_heading_is_a_heading():
    def fill(document):
        style = document.styles.add_style("Council heading", WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Heading 3"]
        document.add_paragraph("Services", style="Council heading")
        document.add_paragraph("Report", style="Title")

    assert [block.level for block in opened(fill).blocks] == [3, 1]


def test_a_merged_cell_stands_once_with_what_it_covers():
    def fill(document):
        table = document.add_table(rows=3, cols=3)
        for number, cell in enumerate(c for row in table.rows for c in row.cells):
            cell.text = str(number)
        table.cell(0, 0).merge(table.cell(1, 0)).text = "tall"
        table.cell(2, 1).merge(table.cell(2, 2)).text = "wide"

    (table,) = opened(fill).tables()
    assert grid(table) == [["tall", "1", "2"], [None, "4", "5"], ["6", "wide", None]]
    tall, wide = table.cells[0], table.cells[-1]
    assert (tall.rows, tall.columns) == (2, 1)
    assert (wide.rows, wide.columns) == (1, 2)
    assert wide.place == Place(table=1, row=3, cell=2)


def test_a_row_that_starts_further_in_keeps_its_columns():
    cell = "<w:tc><w:p>{}</w:p></w:tc>"
    found = body(
        f"<w:tbl><w:tr>{cell.format(run('a'))}{cell.format(run('b'))}</w:tr>"
        f'<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>{cell.format(run("c"))}</w:tr></w:tbl>'
    )
    assert grid(found.tables()[0]) == [["a", "b"], [None, "c"]]


def test_a_cell_that_continues_nothing_is_a_cell_of_its_own():
    found = body(
        "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p>"
        + run("first")
        + "</w:p></w:tc></w:tr></w:tbl>"
    )
    assert grid(found.tables()[0]) == [["first"]]


def test_a_table_inside_a_cell_becomes_lines_of_the_cell():
    def fill(document):
        cell = document.add_table(rows=1, cols=1).cell(0, 0)
        cell.text = "before"
        inner = cell.add_table(rows=2, cols=2)
        for number, each in enumerate(c for row in inner.rows for c in row.cells):
            each.text = str(number)

    found = opened(fill)
    assert len(found.tables()) == 1
    assert found.tables()[0].cells[0].text == "before\n0\t1\n2\t3"


def test_tables_nested_deeper_than_people_read_are_left_out_with_a_warning():
    document = bad_files.nested_tables(20)
    data = made_files.repacked(made_files.word(), {"word/document.xml": document})
    found = open_bytes(data, "plan.docx")
    assert "Tables nested too deep" in found.warnings[0]
    assert "deep" not in found.tables()[0].cells[0].text


def test_tracked_changes_are_read_as_if_accepted_and_said():
    found = body(
        f"<w:p>{run('by ')}<w:del><w:r><w:delText>May</w:delText></w:r></w:del>"
        f"<w:ins>{run('June')}</w:ins></w:p>"
        f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>{run('gone')}</w:p></w:tc></w:tr>"
        f"<w:tr><w:tc><w:p>{run('kept')}</w:p></w:tc></w:tr></w:tbl>"
    )
    assert texts(found) == ["by June"]
    assert grid(found.tables()[0]) == [["kept"]]
    assert any("delete" in warning and "(2 times)" in warning for warning in found.warnings)
    assert any("insert" in warning for warning in found.warnings)


def test_breaks_tabs_links_fields_and_content_controls_are_read_as_printed():
    found = body(
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>Lead:</w:t><w:tab/></w:r>"
        f"<w:hyperlink>{run('Post A')}</w:hyperlink><w:r><w:br/></w:r>"
        '<w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple w:instr="DATE">'
        f"{run('4 May')}</w:fldSimple><w:r><w:noBreakHyphen/></w:r></w:p></w:sdtContent></w:sdt>"
    )
    assert texts(found) == ["Lead:\tPost A\n4 May-"]
    assert [line.text for line in found.lines()] == ["Lead:\tPost A", "4 May-"]


def test_hidden_text_is_left_out_and_said():
    found = body(
        f"<w:p>{run('seen')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r>"
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> too</w:t></w:r></w:p>'
    )
    assert texts(found) == ["seen too"]
    assert "Hidden text" in found.warnings[0]


def test_a_text_box_is_read_once_after_its_paragraph():
    box = f"<w:txbxContent><w:p>{run('in the box')}</w:p></w:txbxContent>"
    found = body(
        f"<w:p>{run('anchor')}<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}"
        f"</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox>"
        "</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert texts(found) == ["anchor", "in the box"]
    assert "Text boxes" in found.warnings[0]


def test_a_text_box_in_a_cell_is_read_in_the_cell():
    box = f"<w:drawing><w:txbxContent><w:p>{run('boxed')}</w:p></w:txbxContent></w:drawing>"
    found = body(
        f"<w:tbl><w:tr><w:tc><w:p>{run('cell')}<w:r>{box}</w:r></w:p></w:tc></w:tr></w:tbl>"
    )
    assert grid(found.tables()[0]) == [["cell\nboxed"]]


def test_bullets_and_automatic_numbers_are_put_before_their_paragraphs():
    def fill(document):
        document.add_paragraph("visits", style="List Bullet")
        document.add_paragraph("first", style="List Number")
        document.add_paragraph("", style="List Number")
        document.add_paragraph("second", style="List Number")

    assert texts(opened(fill)) == ["• visits", "1. first", "2. second"]


def test_numbers_of_several_levels_count_as_word_counts_them():
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, form, text in (
            (0, "decimal", "%1."),
            (1, "lowerLetter", "%1.%2)"),
            (2, "lowerRoman", "%3"),
        )
    )
    numbering = (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="5">{levels}</w:abstractNum>'
        '<w:num w:numId="7"><w:abstractNumId w:val="5"/></w:num></w:numbering>'
    )
    item = '<w:p><w:pPr><w:numPr><w:ilvl w:val="{}"/><w:numId w:val="7"/></w:numPr></w:pPr>{}</w:p>'
    paragraphs = "".join(item.format(depth, run("x")) for depth in (0, 1, 1, 2, 2, 2, 2, 0, 1))
    document = f"<w:document {W}><w:body>{paragraphs}</w:body></w:document>"
    parts = {"word/document.xml": document, "word/numbering.xml": numbering}
    found = open_bytes(made_files.repacked(made_files.word(), parts), "plan.docx")
    assert texts(found) == [
        "1. x", "1.a) x", "1.b) x", "i x", "ii x", "iii x", "iv x", "2. x", "2.a) x",
    ]  # fmt: skip


def test_what_is_not_read_is_said():
    def fill(document):
        document.sections[0].footer.paragraphs[0].text = "Aldermere, page 1"
        document.add_paragraph("text").runs[0]._r.append(
            parse_xml(f'<w:footnoteReference {W} w:id="1"/>')
        )

    warnings = opened(fill).warnings
    assert any("headers and footers" in warning for warning in warnings)
    assert any("Footnotes" in warning for warning in warnings)
    assert all(warning.startswith("plan.docx: ") for warning in warnings)


def test_macros_are_not_run_and_the_text_is_read():
    data = made_files.repacked(made_files.word(), {"word/vbaProject.bin": b"Sub AutoOpen"})
    found = open_bytes(data, "plan.docm")
    assert "macros" in found.warnings[0]
    assert found.tables()


def test_a_document_part_of_another_name_is_found():
    data = made_files.word()
    rels = made_files.part(data, "_rels/.rels").replace("word/document.xml", "word/document2.xml")
    parts = {
        "_rels/.rels": rels,
        "word/document2.xml": made_files.part(data, "word/document.xml"),
        "word/document.xml": None,
    }
    assert open_bytes(made_files.repacked(data, parts), "plan.docx").tables()


def test_a_row_in_a_content_control_is_a_row_and_a_symbol_is_a_bullet():
    found = body(
        "<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc><w:p><w:r><w:sym w:char='F0B7'/><w:t> a</w:t></w:r>"
        "</w:p></w:tc></w:tr></w:sdtContent></w:sdt></w:tbl><w:altChunk/>"
    )
    assert grid(found.tables()[0]) == [["• a"]]
    assert "set into this one" in found.warnings[0]


def test_an_outline_level_makes_a_heading_and_level_ten_makes_none():
    level = '<w:p><w:pPr><w:outlineLvl w:val="{}"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    assert [b.level for b in body(level.format(0) + level.format(9)).blocks] == [1, None]


def test_a_list_that_is_not_defined_prints_no_number():
    item = (
        '<w:p><w:pPr><w:numPr><w:numId w:val="99"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
    )
    assert texts(body(item)) == ["x"]


def test_a_style_by_the_name_of_a_heading_is_one():
    styles = (
        f'<w:styles {W}><w:style w:styleId="H"><w:name w:val="heading 4"/></w:style></w:styles>'
    )
    document = (
        f'<w:document {W}><w:body><w:p><w:pPr><w:pStyle w:val="H"/></w:pPr>{run("x")}</w:p>'
        "</w:body></w:document>"
    )
    parts = {"word/document.xml": document, "word/styles.xml": styles}
    found = open_bytes(made_files.repacked(made_files.word(), parts), "plan.docx")
    assert found.blocks[0].level == 4


@pytest.mark.parametrize(
    ("count", "form", "printed"),
    [
        (27, "upperLetter", "AA"),
        (39, "upperRoman", "XXXIX"),
        (7, "decimalZero", "07"),
        (7, "ordinalText", "7"),
        (9_999_999, "lowerRoman", "9999999"),
    ],
)
def test_counts_are_printed_in_the_form_of_their_list(count, form, printed):
    level = numbering.Level(form=form, text="(%1)", start=count)
    assert numbering.Numbering({"1": {0: level}}).label("1", 0) == f"({printed})"

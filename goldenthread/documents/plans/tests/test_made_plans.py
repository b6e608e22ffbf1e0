"""Plans of a made council, printed in every way, read cell for cell."""

import pytest

from goldenthread.documents.containers.opening import open_bytes
from goldenthread.documents.plans.reader import looks_like, read
from goldenthread.documents.plans.tests import drawn

LAYOUTS = {
    "merged": drawn.merged,
    "blank below": drawn.blank_below,
    "heading rows": drawn.headed,
    "repeated": drawn.repeated,
}


def wrong_cells(data, name, answers):
    document = open_bytes(data, name)
    assert looks_like(document) > 0.9
    return drawn.differences(answers, read(document))


@pytest.mark.parametrize("stroke", ["all", "rows", "columns", "none"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_cell_of_a_pdf_is_right(layout, stroke):
    answers = drawn.plan(first=3, each=8)
    data = drawn.as_pdf(LAYOUTS[layout](answers), stroke=stroke)
    assert wrong_cells(data, "plan.pdf", answers) == []


@pytest.mark.parametrize(
    "look",
    [
        {"repeat": False},
        {"heads": "align: center + horizon, fill: luma(80%)"},
        {"more": "fill: (_, y) => if calc.odd(y) { luma(92%) },"},
        {"size": 10},
    ],
    ids=["headings once", "headings centred and shaded", "striped", "large type"],
)
@pytest.mark.parametrize("stroke", ["all", "rows", "none"])
def test_every_cell_is_right_whatever_the_look(look, stroke):
    answers = drawn.plan(each=8)
    data = drawn.as_pdf(drawn.merged(answers), stroke=stroke, **look)
    assert wrong_cells(data, "plan.pdf", answers) == []


@pytest.mark.needs("libreoffice")
@pytest.mark.parametrize("layout", ["merged", "heading rows"])
def test_every_cell_of_a_pdf_printed_from_word_is_right(layout, tmp_path):
    answers = drawn.plan(each=8)
    data = drawn.printed_by_word_processor(drawn.as_docx(LAYOUTS[layout](answers)), tmp_path)
    assert wrong_cells(data, "plan.pdf", answers) == []


@pytest.mark.needs("libreoffice")
@pytest.mark.parametrize("style", ["Normal Table", "Light List Accent 1"])
def test_every_cell_printed_from_word_is_right_with_few_lines_or_none(style, tmp_path):
    answers = drawn.plan(each=8)
    data = drawn.as_docx(drawn.blank_below(answers), style=style)
    data = drawn.printed_by_word_processor(data, tmp_path)
    assert wrong_cells(data, "plan.pdf", answers) == []


@pytest.mark.parametrize("repeat", [True, False])
@pytest.mark.parametrize("stroke", ["all", "rows", "none"])
def test_a_heading_row_at_the_foot_of_a_page_keeps_its_actions(stroke, repeat):
    answers = drawn.plan(first=3, each=8)
    sheet = drawn.headed(answers)
    data = drawn.as_pdf(sheet, stroke=stroke, size=10, repeat=repeat)
    assert wrong_cells(data, "plan.pdf", answers) == []


@pytest.mark.parametrize("stroke", ["all", "rows", "none"])
def test_tables_one_for_each_priority_stand_apart_in_a_pdf(stroke):
    rows = [
        [act, "Asha Verity", "July 2025", "Terms agreed\nFirst meeting held", "Seen sooner", "G"]
        for act in drawn.SENTENCES[:6]
    ]
    sections = [
        (
            f"Priority {number}: {name}",
            f"Outcome {name} is good for children.",
            [[f"{number}.{n}", *row] for n, row in enumerate(rows, start=1)],
        )
        for number, name in enumerate(("Leadership", "Practice", "Workforce"), start=1)
    ]
    proposal = read(open_bytes(drawn.priorities_as_pdf(sections, stroke=stroke), "plan.pdf"))
    assert [plan["title"] for plan in proposal["plans"]] == ["Aldermere improvement plan 2025"]
    assert [(i["number"], i["text"]) for i in proposal["items"]] == [
        ("1", "Leadership"),
        ("2", "Practice"),
        ("3", "Workforce"),
    ]
    expected = [(f"{n}.{k}", drawn.SENTENCES[k - 1]) for n in (1, 2, 3) for k in range(1, 7)]
    assert [(a["ref"], a["text"]) for a in proposal["actions"]] == expected
    assert {tuple(a["measures_of_progress"]) for a in proposal["actions"]} == {
        ("Terms agreed", "First meeting held")
    }


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_cell_of_a_word_document_is_right(layout):
    answers = drawn.plan()
    data = drawn.as_docx(LAYOUTS[layout](answers))
    assert wrong_cells(data, "plan.docx", answers) == []


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_cell_of_a_workbook_is_right(layout):
    answers = drawn.plan()
    above = ("Aldermere improvement plan", "Updated 1 June 2025")
    data = drawn.as_xlsx(LAYOUTS[layout](answers), above=above)
    assert wrong_cells(data, "plan.xlsx", answers) == []


def test_the_place_of_a_cell_in_a_pdf_is_its_page():
    answers = drawn.plan(each=8)
    document = open_bytes(drawn.as_pdf(drawn.merged(answers), stroke="all"), "plan.pdf")
    proposal = read(document)
    last = len(proposal["actions"]) - 1
    assert proposal["sources"]["actions/0/text"]["page"] == 1
    assert proposal["sources"][f"actions/{last}/text"]["page"] == len(document.pages)


def test_a_title_over_a_workbooks_table_is_the_plans():
    data = drawn.as_xlsx(drawn.merged(drawn.plan()), above=("Aldermere plan", "Updated in June"))
    assert read(open_bytes(data, "plan.xlsx"))["plans"][0]["title"] == "Aldermere plan"

"""The cell, row, paragraph or line that a reading came from is marked in every form of file."""

import pytest

from goldenthread.documents import reading
from goldenthread.documents.plans.tests import drawn
from goldenthread.documents.tests import made_files
from goldenthread.intake import beside

GUIDE = "Write the visiting guide"
FILES = {name: make() for name, make in made_files.GOOD.items()}
WITH_TABLES = ("plan.docx", "plan.xlsx", "plan.html", "plan.md")


def texts(view):
    """Every text of a view, cells and lines alike."""
    for block in view.blocks:
        if block.text is not None:
            yield block.text
        for row in block.rows:
            yield from row.cells


def marked(view):
    return [text.text for text in texts(view) if text.marked]


@pytest.mark.parametrize("name", WITH_TABLES)
def test_the_cell_of_each_action_is_marked_and_nothing_else(cast, store, name):
    upload = store(FILES[name], name)
    proposal = reading.read_bytes(FILES[name], name)
    for number, action in enumerate(proposal["actions"]):
        place = proposal["sources"][f"actions/{number}/text"]
        view = beside.view(upload=upload, by=cast.alice, place=place)
        assert (view.found, marked(view)) == (True, [action["text"]])
    assert len(proposal["actions"]) == 2


@pytest.mark.parametrize("name", WITH_TABLES)
def test_every_place_of_a_reading_is_found_with_the_text_that_was_read(cast, store, name):
    upload = store(FILES[name], name)
    for path, place in reading.read_bytes(FILES[name], name)["sources"].items():
        view = beside.view(upload=upload, by=cast.alice, place=place)
        assert view.found, path
        assert len(marked(view)) == 1, path


@pytest.mark.parametrize("name", WITH_TABLES)
def test_a_row_without_a_cell_is_marked_as_a_row(cast, store, name):
    upload = store(FILES[name], name)
    kept = reading.read_bytes(FILES[name], name)["sources"]["actions/0/text"]
    place = {part: value for part, value in kept.items() if part != "cell"}
    view = beside.view(upload=upload, by=cast.alice, place=place)
    rows = [row for block in view.blocks for row in block.rows if row.marked]
    assert [[cell.text for cell in row.cells][2] for row in rows] == [GUIDE]


def test_merged_cells_keep_their_reach(cast, store):
    view = beside.view(upload=store(FILES["plan.docx"], "plan.docx"), by=cast.alice)
    reach = {text.text: text.rows for text in texts(view)}
    assert reach["Aldermere should see children alone"] == 2
    assert reach[GUIDE] == 1


def test_a_paragraph_of_a_word_document_is_marked(cast, store):
    upload = store(FILES["plan.docx"], "plan.docx")
    view = beside.view(upload=upload, by=cast.alice, place={"line": 2})
    assert marked(view) == ["Aldermere Council"]
    assert next(texts(view)).level == 1


def test_a_line_of_a_text_is_marked(cast, store):
    upload = store(FILES["letter.txt"], "letter.txt")
    view = beside.view(upload=upload, by=cast.alice, place={"line": 3})
    assert marked(view) == ["The plan’s first action is done."]
    assert [part.label for part in view.contents.parts] == ["Lines 1 to 3"]


def test_the_page_of_a_text_with_pages_is_found(cast, store):
    upload = store(b"One\n\fTwo\nThree\n", "pages.txt")
    view = beside.view(upload=upload, by=cast.alice, place={"page": 2, "line": 2, "table": 1})
    assert (view.part.label, marked(view)) == ("Page 2", ["Three"])


def test_a_long_sheet_is_cut_into_parts_and_the_part_with_the_row_is_shown(cast, store):
    def fill(workbook):
        sheet = workbook.add_worksheet("Tracker")
        for row in range(250):
            sheet.write_row(row, 0, [f"action {row + 1}", "lead"])
        sheet.merge_range(95, 2, 104, 2, "one test for ten actions")

    upload = store(made_files.excel(fill), "tracker.xlsx")
    place = {"sheet": "Tracker", "table": 1, "row": 205, "cell": "A"}
    view = beside.view(upload=upload, by=cast.alice, place=place)
    assert [part.label for part in view.contents.parts] == [
        "Sheet “Tracker”, rows 1 to 100",
        "Sheet “Tracker”, rows 101 to 200",
        "Sheet “Tracker”, rows 201 to 250",
    ]
    assert (view.part.number, marked(view)) == (3, ["action 205"])
    cut = [
        text.rows
        for number in (1, 2)
        for text in texts(beside.view(upload=upload, by=cast.alice, part=number))
        if text.text == "one test for ten actions"
    ]
    assert cut == [5, 5]


def test_rows_below_a_blank_row_are_found_by_the_number_that_the_user_sees(cast, store):
    def fill(workbook):
        sheet = workbook.add_worksheet("Plan")
        for row, text in {0: "Heading", 4: "First", 9: "Last"}.items():
            sheet.write(row, 1, text)

    upload = store(made_files.excel(fill), "gaps.xlsx")
    place = {"sheet": "Plan", "row": 10, "cell": "B"}
    view = beside.view(upload=upload, by=cast.alice, place=place)
    assert marked(view) == ["Last"]
    row = beside.view(upload=upload, by=cast.alice, place={"sheet": "Plan", "row": 5})
    assert [r.number for block in row.blocks for r in block.rows if r.marked] == [5]


def test_another_part_than_that_of_the_place_can_be_asked_for(cast, store):
    upload = store(FILES["plan.pdf"], "plan.pdf")
    place = {"page": 1, "line": 1}
    view = beside.view(upload=upload, by=cast.alice, place=place, part=2)
    assert (view.part.label, view.found, view.boxes) == ("Page 2", False, ())
    with pytest.raises(beside.NotShown, match=r"plan\.pdf: There is no part 9 of it to show"):
        beside.view(upload=upload, by=cast.alice, part=9)


@pytest.mark.parametrize(
    "place", [{"page": 9}, {"table": 7, "row": 1}, {"sheet": "Gone", "row": 1}, {"line": 99}]
)
def test_a_place_that_is_not_in_the_file_marks_nothing(cast, store, place):
    for name in ("plan.docx", "plan.pdf"):
        view = beside.view(upload=store(FILES[name], name), by=cast.alice, place=place)
        assert (view.found, marked(view), view.part.number) == (False, [], 1)


def test_without_a_place_the_first_part_is_shown_unmarked(cast, store):
    view = beside.view(upload=store(FILES["plan.xlsx"], "plan.xlsx"), by=cast.alice)
    assert (view.found, marked(view), view.has_picture) == (False, [], False)
    assert view.contents.form == "xlsx"


def test_a_whole_page_can_be_asked_for(cast, store):
    upload = store(FILES["plan.pdf"], "plan.pdf")
    view = beside.view(upload=upload, by=cast.alice, place={"page": 2})
    assert (view.part.label, view.found, view.boxes) == ("Page 2", True, ())


def test_a_line_of_a_pdf_has_a_box_in_percent(cast, store):
    upload = store(FILES["plan.pdf"], "plan.pdf")
    view = beside.view(upload=upload, by=cast.alice, place={"page": 1, "line": 2})
    assert marked(view) == ["Action plan"]
    (box,) = view.boxes
    # The line's foot stands 776 points above the page's, which is 842 high; it begins at 50 of 595.
    assert box.left == pytest.approx(100 * 48 / 595, abs=0.5)
    assert box.top < 100 * (842 - 776) / 842 < box.top + box.height
    assert (view.picture_width, view.picture_height) == (595, 842)


@pytest.mark.parametrize("stroke", ["all", "none"])
def test_a_cell_of_a_pdf_over_several_pages_has_its_box_on_each(cast, store, stroke):
    data = drawn.as_pdf(drawn.merged(drawn.plan(each=8)), stroke=stroke)
    upload = store(data, "plan.pdf")
    proposal = reading.read_bytes(data, "plan.pdf")
    pages = {place["page"] for place in proposal["sources"].values()}
    assert len(pages) > 1
    for number in (0, len(proposal["actions"]) // 2, len(proposal["actions"]) - 1):
        place = proposal["sources"][f"actions/{number}/text"]
        view = beside.view(upload=upload, by=cast.alice, place=place)
        first_words = " ".join(proposal["actions"][number]["text"].split()[:3])
        assert view.part.number == place["page"]
        assert len(view.boxes) == 1
        assert any(first_words in text.replace("\n", " ") for text in marked(view))
    row = {part: value for part, value in place.items() if part != "cell"}
    whole = beside.view(upload=upload, by=cast.alice, place=row)
    assert len(whole.boxes) > 1


def test_warnings_call_the_file_by_its_name(cast, store):
    upload = store(made_files.pdf(["Words"], []), "half.pdf")
    contents = beside.contents(upload=upload, by=cast.alice)
    assert [part.label for part in contents.parts] == ["Page 1", "Page 2"]
    assert contents.pictured
    (warning,) = contents.warnings
    assert warning.startswith("half.pdf: These pages have no text")

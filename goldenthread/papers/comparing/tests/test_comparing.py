"""Each change of a figure in a finished paper is found with its place, and nothing else is."""

import copy
import re

import docx
import pytest

from goldenthread.papers.comparing.comparison import answer, differences
from goldenthread.papers.comparing.differing import Difference
from goldenthread.papers.comparing.tests import made

TEXTS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"
DIGIT = re.compile("[0-9]")


def compared(frozen, finished):
    """The state and the differences, each as "kind: where: before -> after"."""
    found = answer(finished, frozen=frozen, finished_name="Finished.docx")
    return found["state"], [
        f"{row['kind']}: {row['where']}: {row['before']} -> {row['after']}" for row in found["rows"]
    ]


def told(frozen, change):
    """The differences of a finished copy that somebody changed."""
    return compared(frozen, made.finished(frozen, change))[1]


@pytest.fixture
def highlight(tmp_path):
    return made.frozen(tmp_path, made.highlight())


@pytest.fixture
def plan(tmp_path):
    return made.frozen(tmp_path, made.plan())


def table_below(file, title):
    """The table of a section."""
    blocks = list(file.element.body.iterchildren())
    names = ["".join(t.text or "" for t in block.iter(TEXTS)) for block in blocks]
    below = blocks[names.index(title) :]
    element = next(block for block in below if block.tag.endswith("}tbl"))
    return next(table for table in file.tables if table._tbl is element)


def section(file, title):
    """The elements of a section, its heading first."""
    found = []
    for element in file.element.body.iterchildren():
        style = element.find(".//{*}pStyle")
        heading = (
            element.tag.endswith("}p") and style is not None and "Heading" in style.values()[0]
        )
        if heading and found:
            return found
        if found or (heading and "".join(t.text or "" for t in element.iter(TEXTS)) == title):
            found.append(element)
    return found


def write(cell, text):
    cell.paragraphs[0].runs[0].text = text


def paragraph(file, beginning):
    return next(one for one in file.paragraphs if one.text.startswith(beginning))


@pytest.mark.parametrize("name", made.PAPERS)
def test_a_paper_that_comes_back_as_it_went_has_the_same_figures(name, tmp_path):
    frozen = made.frozen(tmp_path, made.PAPERS[name]())
    assert compared(frozen, made.finished(frozen, lambda file: None)) == ("same figures", [])


@pytest.mark.needs("libreoffice")
@pytest.mark.parametrize("form", ["docx", "pdf"])
@pytest.mark.parametrize("name", made.PAPERS)
def test_a_paper_saved_by_another_word_processor_has_the_same_figures(name, form, tmp_path):
    frozen = made.frozen(tmp_path, made.PAPERS[name]())
    assert compared(frozen, made.saved_by_libreoffice(frozen, form)) == ("same figures", [])


@pytest.mark.parametrize("name", made.PAPERS)
def test_each_number_that_is_changed_alone_is_the_one_difference(name, tmp_path):
    frozen = made.frozen(tmp_path, made.PAPERS[name](), "frozen.docx")
    numbers = [
        i for i, text in enumerate(_texts(docx.Document(str(frozen)))) if DIGIT.search(text.text)
    ]
    for place in numbers[::5]:

        def change(file, place=place):
            text = _texts(file)[place]
            text.text = DIGIT.sub(lambda found: str((int(found[0]) + 1) % 10), text.text, count=1)

        assert len(told(frozen, change)) == 1


def _texts(file):
    return [text for text in file.element.body.iter(TEXTS) if text.text]


def test_a_changed_day_is_told_with_its_section_row_and_column(highlight):
    def change(file):
        write(table_below(file, "Late").rows[2].cells[3], "31 December 2026")

    assert told(highlight, change) == [
        "changed: Late, row P1-A2, Deadline: 30 March 2026 -> 31 December 2026"
    ]


def test_a_figure_written_in_another_way_is_no_difference(highlight):
    def change(file):
        write(table_below(file, "Late").rows[2].cells[3], "30/03/2026")
        cell = table_below(file, "What has improved and how we know").rows[1].cells[5]
        write(cell, "31 out of 90 (61 per cent) by Saturday 28th February 2026 were seen in time")

    assert told(highlight, change) == []


def test_better_sentences_are_no_difference(highlight):
    def change(file):
        write(table_below(file, "Late").rows[2].cells[1], "Write all of this in other words")
        paragraph(file, "24 actions").runs[
            0
        ].text = "We have 24 actions: 7 of them done, 3 checked."
        paragraph(file, "Missing").runs[0].text = "Practice is safer, and there is more to do."

    assert told(highlight, change) == []


def test_a_figure_in_a_sentence_is_told_with_its_paragraph(highlight):
    def change(file):
        paragraph(file, "24 actions").runs[0].text = "24 actions; 9 reported done, 3 checked here."
        file.element.body.insert(5, copy.deepcopy(paragraph(file, "Missing")._p))
        paragraph(file, "Missing").runs[0].text = "Of 40 children 38 were seen."

    assert sorted(told(highlight, change)) == [
        "added: The director's overall view, new paragraph 1:  -> 38",
        "added: The director's overall view, new paragraph 1:  -> 40",
        "changed: Where the plan stands, paragraph 1: 7 -> 9",
    ]


def test_a_changed_status_is_told_in_words(highlight):
    def change(file):
        write(table_below(file, "Late").rows[1].cells[5], "amber")

    assert told(highlight, change) == ["changed: Late, row P1-A1, Status: red -> amber"]


def test_rows_columns_and_paragraphs_in_another_order_are_no_difference(highlight):
    def change(file):
        for title in ("Late", "What has changed", "What comes next"):
            table = table_below(file, title)._tbl
            table.append(table.tr_lst[1])
        for row in table_below(file, "Late").rows:
            row._tr.append(row._tr.tc_lst[3])
        green = paragraph(file, "green: 12")._p
        green.getnext().addnext(green)

    assert told(highlight, change) == []


def test_a_row_that_is_gone_and_one_that_was_added_are_told_with_their_figures(highlight):
    def change(file):
        late, coming = (table_below(file, title)._tbl for title in ("Late", "What comes next"))
        late.remove(late.tr_lst[3])
        made_up = copy.deepcopy(coming.tr_lst[1])
        coming.append(made_up)
        cells = table_below(file, "What comes next").rows[-1].cells
        for cell, text in zip(
            cells, ("P1-A99", "Count twice", "A head", "5 May 2026"), strict=False
        ):
            write(cell, text)

    assert told(highlight, change) == [
        "gone: Late, row P1-A3: 2 figures: P1-A3, 6 April 2026 -> ",
        "added: What comes next, row P1-A99:  -> 3 figures: P1-A99, 5 May 2026, 8 June 2026",
    ]


def test_a_section_that_is_gone_and_one_that_was_added_are_told(highlight):
    def change(file):
        for element in section(file, "Needs a decision"):
            file.element.body.remove(element)
        file.add_heading("What it cost", 1)
        file.add_paragraph("We spent £1.2m on 14 posts.")

    assert told(highlight, change) == [
        "gone: Needs a decision: 3 figures: P1-A2, 2, 5 May 2026 -> ",
        "added: What it cost:  -> 2 figures: £1.2m, 14",
    ]


def test_a_table_that_is_gone_and_a_column_that_is_gone_are_told(highlight):
    def change(file):
        file.element.body.remove(table_below(file, "Needs a decision")._tbl)
        for row in table_below(file, "Late").rows:
            row._tr.remove(row._tr.tc_lst[4])

    lines = told(highlight, change)
    assert len(lines) == 2
    assert lines[0].startswith("gone: Late, column Forecast: 4 figures: ")
    assert lines[1] == "gone: Needs a decision, table 1: 3 figures: P1-A2, 2, 5 May 2026 -> "


def test_a_renamed_heading_and_a_renamed_column_are_no_difference(highlight):
    def change(file):
        section(file, "Late")[0].find(".//{*}t").text = "What is behind the agreed day"
        write(table_below(file, "What comes next").rows[0].cells[3], "Due")

    assert told(highlight, change) == []


def test_a_sentence_that_was_cut_in_two_keeps_its_figures(highlight):
    def change(file):
        first = paragraph(file, "24 actions")
        second = copy.deepcopy(first._p)
        first._p.addnext(second)
        first.runs[0].text = "24 actions; 7 reported done."
        second.find(".//{*}t").text = "3 were checked here."

    assert told(highlight, change) == []


def test_figures_that_two_rows_exchanged_are_two_differences(plan):
    def change(file):
        rows = table_below(file, "Help and protection").rows
        one, other = (row.cells[7].paragraphs[0].runs[0] for row in rows[1:3])
        one.text, other.text = other.text, one.text

    assert told(plan, change) == [
        "changed: Help and protection, row 1.1, Progress: 10 of 90 -> 11 of 90",
        "changed: Help and protection, row 1.2, Progress: 11 of 90 -> 10 of 90",
    ]


def test_an_action_without_its_row_is_told_though_its_item_spans_others(plan):
    def change(file):
        table = table_below(file, "Help and protection")._tbl
        table.remove(table.tr_lst[2])

    [line] = told(plan, change)
    assert line.startswith("gone: Help and protection, row 1.2: 4 figures: 1.2, 23 June 2026")


def test_heads_feet_and_comments_are_not_compared(highlight):
    def change(file):
        file.sections[0].footer.paragraphs[0].runs[0].text = "Version 77 of 3 May 2031"
        file.add_comment(paragraph(file, "24 actions").runs, text="Is it not 25?", author="A. B.")

    assert told(highlight, change) == []


def test_tracked_changes_count_as_accepted(highlight):
    def change(file):
        run = paragraph(file, "24 actions").runs[0]._r
        for name, text in (("ins", "24 actions; 8 reported done, 3 checked."), ("del", "")):
            tracked = run.makeelement(run.tag.replace("}r", f"}}{name}"))
            run.addprevious(tracked)
            tracked.append(copy.deepcopy(run))
            if text:
                tracked.find(".//{*}t").text = text
        run.getparent().remove(run)

    assert told(highlight, change) == ["changed: Where the plan stands, paragraph 1: 7 -> 8"]


@pytest.mark.needs("libreoffice")
def test_a_changed_figure_a_lost_row_and_a_new_sentence_are_found_in_a_pdf(highlight):
    def change(file):
        late = table_below(file, "Late")
        write(late.rows[2].cells[3], "31 December 2026")
        late._tbl.remove(late._tbl.tr_lst[5])
        paragraph(file, "24 actions").runs[0].text = "24 actions; 9 reported done, 3 checked here."
        paragraph(file, "Missing").runs[0].text = "Of 40 children most were seen."

    changed = made.saved_by_libreoffice(made.finished(highlight, change), "pdf")
    _, lines = compared(highlight, changed)
    assert sorted(line.partition(" -> ")[0] for line in lines) == [
        "added: The director's overall view, paragraph 1: ",
        "changed: Late, row P1-A2, Deadline: 30 March 2026",
        "changed: Where the plan stands, paragraph 1: 7",
        "gone: Late, row P1-A5: 4 figures: P1-A5, ten, 20 April 2026, 25 May 2026",
    ]


def test_the_comparison_runs_in_a_process_of_its_own_and_comes_back_whole(highlight):
    def change(file):
        write(table_below(file, "Late").rows[1].cells[5], "amber")

    found = differences(highlight, made.finished(highlight, change), finished_name="Ours.docx")
    assert found.state == "differs"
    assert found.why == "1 difference from the frozen paper was found."
    assert found.rows == (Difference("changed", "Late, row P1-A1, Status", "red", "amber"),)

"""What is told of sections, tables, rows and columns that only one of two papers has."""

from functools import partial

import pytest

from goldenthread.documents import apart
from goldenthread.documents.tests import made_files
from goldenthread.papers.comparing import differing, flowing, papers
from goldenthread.papers.comparing.comparison import answer, differences
from goldenthread.papers.comparing.differing import Difference
from goldenthread.papers.comparing.outline import Grid, Section
from goldenthread.papers.comparing.tests import made

LATE = Grid(("Id", "Deadline"), (("A1", "1 May 2026"), ("A2", "2 May 2026")))
COUNTS = Grid(("Team", "Visits", "Of"), (("North", "14", "20"), ("South", "9", "12")))
WIDER = Grid(
    ("Id", "Deadline", "Days late"), (("A1", "1 May 2026", "9"), ("A2", "2 May 2026", "8"))
)


def section(*grids, title="Late", paragraphs=()):
    return Section(title=title, level=1, paragraphs=list(paragraphs), grids=list(grids))


def told(before, after, **more):
    return papers.compare([before], [after], **more)


def test_a_table_that_only_one_of_the_papers_has_is_told_whole():
    both, one = section(LATE, COUNTS), section(LATE)
    [gone] = told(both, one)
    assert (gone.kind, gone.where) == ("gone", "Late, table 2")
    assert gone.before == "4 figures: 14, 20, 9, 12"
    [added] = told(one, both)
    assert (added.kind, added.where) == ("added", "Late, new table 2")


def test_a_column_that_was_added_is_told_with_its_figures():
    assert told(section(LATE), section(WIDER)) == [
        Difference("added", "Late, column Days late", "", "2 figures: 9, 8")
    ]


def test_where_the_tables_of_a_pdf_are_not_all_found_the_figures_of_a_section_are_compared():
    as_text = ["A1 1 May 2026", "A2 7 May 2026"]
    flowing_text = section(COUNTS, paragraphs=as_text)
    assert told(section(LATE, COUNTS), flowing_text, flows=True) == [
        Difference("changed", "Late", "2 May 2026", "7 May 2026")
    ]


def test_a_part_without_figures_says_so():
    assert differing.gone("Thanks", "To all who helped").before == "no figures"


def test_paragraphs_are_left_as_they_are_where_the_frozen_paper_has_none():
    assert flowing.recut([], ["One.", "Two."]) == ["One.", "Two."]


def test_rows_with_one_id_between_them_find_their_likeliest_counterpart():
    twice = Grid(("Id", "Said"), (("A1", "Nine visits made"), ("A1", "The letters are out")))
    once = Grid(("Id", "Said"), (("A1", "The letters are all out"),))
    [gone] = told(section(twice), section(once))
    assert (gone.kind, gone.before) == ("gone", "2 figures: A1, Nine")


BAD = {
    "Cut.docx": (b"PK\x03\x04 no more", "damaged"),
    "Notes.txt": (b"plain words", "neither a Word document"),
    "Empty.docx": (made_files.word(lambda document: None), "No words are in it"),
}


@pytest.mark.parametrize("name", BAD)
def test_the_reading_process_answers_a_bad_file_with_words(name, tmp_path):
    data, says = BAD[name]
    frozen, path = made.frozen(tmp_path, made.highlight(many=2)), tmp_path / name
    path.write_bytes(data)
    found = answer(path, frozen=frozen, finished_name=name)
    assert found["state"] == "cannot be compared"
    assert says in found["why"]


def test_a_comparison_that_takes_too_long_is_stopped_and_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(apart, "read_all", partial(apart.read_all, seconds=0.01))
    frozen = made.frozen(tmp_path, made.highlight(many=2))
    found = differences(frozen, frozen, finished_name="Our report.docx")
    assert found.state == "cannot be compared"
    assert found.why.startswith("Our report.docx: ")
    assert frozen.name not in found.why


def test_the_reading_process_answers_a_missing_file_with_words(tmp_path):
    frozen = made.frozen(tmp_path, made.highlight(many=2))
    found = answer(tmp_path / "gone.docx", frozen=frozen, finished_name="Report.docx")
    assert found["why"] == "Report.docx: No such file or directory. Upload it again."

"""A file that cannot be compared is said to be so with what to do; none stops the house."""

import io

import docx
import pytest

from goldenthread.documents.tests import bad_files, made_files
from goldenthread.papers.comparing.comparison import answer, differences
from goldenthread.papers.comparing.tests import made


def came_back(folder, data):
    """The comparison with a file of these bytes, whose stored name says nothing."""
    frozen = made.frozen(folder, made.highlight(many=2))
    path = folder / "0f3a"
    path.write_bytes(data)
    return differences(frozen, path, finished_name="Our report.docx")


def picture_alone():
    file = docx.Document()
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


BAD = {
    "empty": (b"", "empty"),
    "a web page": (made_files.html(), "neither a Word document (.docx) nor a PDF"),
    "a workbook": (made_files.excel(), "neither a Word document (.docx) nor a PDF"),
    "half a Word document": (made_files.word()[:900], "damaged"),
    "a protected document": (bad_files.OLE, ""),
    "a PDF without its end": (made_files.pdf(["One line"])[:300], "cut off"),
    "a document without words": (picture_alone(), "No words are in it"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_cannot_be_compared_and_the_message_says_why(name, tmp_path):
    data, says = BAD[name]
    found = came_back(tmp_path, data)
    assert (found.state, found.rows) == ("cannot be compared", ())
    assert found.why.startswith("Our report.docx: ")
    assert says in found.why
    assert "0f3a" not in found.why


@pytest.mark.parametrize("bad", bad_files.BAD_FILES, ids=lambda bad: bad.name)
def test_no_bad_file_is_ever_taken_for_the_same(bad, tmp_path):
    frozen = made.frozen(tmp_path, made.highlight(many=2))
    path = tmp_path / bad.name
    path.write_bytes(bad.make())
    found = answer(path, frozen=frozen, finished_name=bad.name)
    assert found["state"] == "cannot be compared"
    assert found["why"].startswith(f"{bad.name}: ")


def test_a_file_that_is_not_there_cannot_be_compared(tmp_path):
    frozen = made.frozen(tmp_path, made.highlight(many=2))
    found = differences(frozen, tmp_path / "gone.docx", finished_name="Our report.docx")
    assert found.state == "cannot be compared"
    assert found.why == "Our report.docx: No such file or directory. Upload it again."


def test_another_document_altogether_has_all_figures_gone(tmp_path):
    found = came_back(tmp_path, made_files.word())
    assert found.state == "differs"
    gone = {row.where for row in found.rows if row.kind == "gone"}
    assert {"Late", "What comes next", "Where the plan stands"} <= gone


def test_what_of_a_paper_was_not_read_is_said(tmp_path):
    frozen = made.frozen(tmp_path, made.highlight(many=2))

    def change(file):
        run = file.paragraphs[1].runs[0]._r
        run.append(run.makeelement(run.tag.replace("}r", "}footnoteReference")))

    finished = made.finished(frozen, change)
    found = differences(frozen, finished, finished_name="Our report.docx")
    assert found.state == "same figures"
    assert found.why.endswith("Our report.docx: Footnotes were not read.")

"""Plain text: every line as it stands, pages by form feeds, encodings."""

import pytest

from goldenthread.documents.containers import text
from goldenthread.documents.containers.opening import open_bytes
from goldenthread.documents.errors import UnreadableDocument
from goldenthread.documents.layout import Place

LETTER = "The council’s plan costs £100,000 – and more.\n"


def test_lines_keep_their_blanks_because_they_are_all_that_is_left_of_columns():
    found = open_bytes(b"  No   Lead \r\n\r\n1\rnext", "plan.txt")
    assert [line.text for line in found.lines()] == ["  No   Lead ", "", "1", "next"]
    assert [line.place for line in found.lines()][-1] == Place(line=4)


def test_a_form_feed_starts_a_page():
    found = open_bytes(b"one\ntwo\n\fthree\n\f", "plan.txt")
    assert [page.number for page in found.pages] == [1, 2]
    assert found.pages[1].lines[0].place == Place(page=2, line=1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_an_encoding_that_says_what_it_is_needs_no_warning(encoding):
    found = open_bytes(LETTER.encode(encoding), "letter.txt")
    assert found.pages[0].lines[0].text == LETTER.strip()
    assert found.warnings == ()


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16-le", "utf-16-be"])
def test_a_guessed_encoding_is_said(encoding):
    found = open_bytes(LETTER.encode(encoding), "letter.txt")
    assert found.pages[0].lines[0].text == LETTER.strip()
    assert encoding in found.warnings[0]


def test_bytes_that_are_letters_in_no_encoding_are_refused():
    with pytest.raises(UnreadableDocument, match="save it as UTF-8"):
        text.read(b"\x81\x8d plan", "plan.txt")


def test_a_wrong_letter_late_in_a_long_file_is_not_overlooked():
    data = b"plan\n" * 20_000 + b"\xa3100"
    assert open_bytes(data, "plan.txt").pages[0].lines[-1].text == "£100"


@pytest.mark.parametrize("name", ["plan.txt", "plan.md", "plan.html"])
def test_control_characters_are_left_out_of_every_form_of_text(name):
    start = {"plan.txt": "", "plan.md": "# ", "plan.html": "<html>"}[name]
    padding = "The plan of Aldermere has many more letters than that. " * 10
    found = open_bytes(f"{start}o\x01n\x00e & <b>t\x1ewo</b>\n\n{padding}".encode(), name)
    assert next(found.lines()).text.startswith("one & ")
    assert "two" in next(found.lines()).text

"""Files that cannot be read get one clear message, quickly and in little memory."""

import io
import resource
import time
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goldenthread.documents.containers import package, sheet
from goldenthread.documents.containers.opening import open_bytes, open_document
from goldenthread.documents.errors import UnreadableDocument
from goldenthread.documents.tests import bad_files, made_files
from goldenthread.documents.tests.bad_files import BAD_FILES

SECONDS_LIMIT = 20
GOOD = {name: make() for name, make in made_files.GOOD.items()}


@pytest.mark.parametrize("file", BAD_FILES, ids=lambda file: file.name)
def test_a_bad_file_is_refused_with_its_nature_and_what_to_do(file):
    data = file.make()
    began = time.monotonic()
    with pytest.raises(UnreadableDocument) as refusal:
        open_bytes(data, file.name)
    assert time.monotonic() - began < SECONDS_LIMIT
    assert refusal.value.found == file.found
    assert str(refusal.value).startswith(file.name)
    assert file.says in str(refusal.value)
    # Messages reach logs, and a document may name a child.
    assert "Aldermere" not in str(refusal.value)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path):
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(UnreadableDocument, match="larger than 100 MB"):
        open_document(bad_files.huge(tmp_path / "huge.pdf"))
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 50 * 1024


def test_text_is_refused_earlier_than_other_forms_because_it_grows_in_memory():
    with pytest.raises(UnreadableDocument, match="larger than 5 MB"):
        open_bytes(b"<html>" + b"<p>x" * (2 * 2**20), "page.html")


def test_a_package_that_is_no_zip_is_damaged():
    with pytest.raises(UnreadableDocument, match="damaged or was cut off"):
        package.Package(b"PK no zip", "plan.docx")


@pytest.mark.parametrize(
    ("limit", "name"),
    [("TREE_LIMIT", "plan.docx"), ("STREAM_LIMIT", "plan.xlsx"), ("UNPACKED_LIMIT", "plan.docx")],
)
def test_each_limit_on_what_a_file_unpacks_to_holds(monkeypatch, limit, name):
    monkeypatch.setattr(package, limit, 100)
    with pytest.raises(UnreadableDocument, match="not unpacked"):
        open_bytes(GOOD[name], name)


@pytest.mark.parametrize("limit", ["CELLS_LIMIT", "LETTERS_LIMIT"])
def test_each_limit_on_a_sheet_holds(monkeypatch, limit):
    monkeypatch.setattr(sheet, limit, 5)
    with pytest.raises(UnreadableDocument, match="too large to be a plan"):
        open_bytes(GOOD["plan.xlsx"], "plan.xlsx")


def opens_or_is_refused(data, name):
    """Anything but a refusal is a fault of ours and fails the test."""
    try:
        document = open_bytes(data, name)
    except UnreadableDocument:
        return
    assert document.pages
    for table in document.tables():
        table.grid()


@pytest.mark.parametrize("name", GOOD)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(share=st.floats(0, 1))
def test_a_file_cut_anywhere_is_read_or_refused(name, share):
    data = GOOD[name]
    opens_or_is_refused(data[: int(share * len(data))], name)


@pytest.mark.parametrize("name", GOOD)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    flips=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=30)
)
def test_a_file_with_bytes_changed_is_read_or_refused(name, flips):
    data = bytearray(GOOD[name])
    for share, value in flips:
        data[int(share * len(data))] = value
    opens_or_is_refused(bytes(data), name)


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("plan.docx", "word/document.xml"),
        ("plan.docx", "word/styles.xml"),
        ("plan.docx", "word/numbering.xml"),
        ("plan.docx", "_rels/.rels"),
        ("plan.xlsx", "xl/worksheets/sheet1.xml"),
        ("plan.xlsx", "xl/workbook.xml"),
        ("plan.xlsx", "xl/styles.xml"),
        ("plan.xlsx", "xl/sharedStrings.xml"),
    ],
)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(place=st.floats(0, 1, exclude_max=True), new=st.sampled_from('x"<>/=-0 9&;'))
def test_a_changed_letter_inside_an_office_file_is_read_or_refused(name, part, place, new):
    """Below the zip's checksum: the XML itself is changed, often into something still well formed."""
    text = made_files.part(GOOD[name], part)
    at = int(place * len(text))
    opens_or_is_refused(
        made_files.repacked(GOOD[name], {part: text[:at] + new + text[at + 1 :]}), name
    )


@pytest.mark.parametrize("name", ["plan.docx", "plan.xlsx"])
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_missing_part_is_read_or_refused(name, data):
    with_parts = list(_parts(GOOD[name]))
    missing = data.draw(st.sampled_from(with_parts))
    opens_or_is_refused(made_files.repacked(GOOD[name], {missing: None}), name)


def _parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.namelist()

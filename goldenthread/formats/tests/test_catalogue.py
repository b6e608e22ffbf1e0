"""Files are sorted by what they are."""

import pytest

from goldenthread.basics.errors import UserFacingError
from goldenthread.formats.catalogue import format_of, sorted_out
from goldenthread.formats.cin_census.tests.made import census, child
from goldenthread.formats.plain.tables import TABLES, template
from goldenthread.formats.ssda903.tests.test_reader import HEADER


def test_the_files_of_a_return_are_one_load_and_each_census_its_own(tmp_path):
    for name in ("one.xml", "two.xml"):
        (tmp_path / name).write_text(census(child()))
    (tmp_path / "header.csv").write_text(f"{HEADER}\n1, ,01/02/2010,WBRI,,,\n")
    (tmp_path / "prev.csv").write_text("CHILD,DOB,PREV_PERM,LA_PERM,DATE_PERM\n")
    found = sorted_out(sorted(tmp_path.iterdir()))
    assert sorted((form.name, len(paths)) for form, paths in found) == [
        ("cin-census", 1),
        ("cin-census", 1),
        ("ssda903", 2),
    ]


def test_a_file_that_cannot_be_opened_is_named(tmp_path):
    with pytest.raises(UserFacingError, match=r"gone.xml: It cannot be opened"):
        format_of(tmp_path / "gone.xml")


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_template_of_the_plain_form_is_not_taken_for_a_return(tmp_path, table):
    path = tmp_path / "list.csv"
    path.write_text(template(table.name))
    assert format_of(path).name == "plain"


@pytest.mark.parametrize("content", [b"PK\x03\x04\rab\rc\x00", b"\x00\rchild,a\r\n", b"\xff\xfe\r"])
def test_a_file_that_is_no_text_is_named_and_never_crashes_a_reader(tmp_path, content):
    (tmp_path / "odd.bin").write_bytes(content)
    with pytest.raises(UserFacingError, match=r"odd.bin: "):
        format_of(tmp_path / "odd.bin")

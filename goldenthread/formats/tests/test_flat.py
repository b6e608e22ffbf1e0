"""A file of one heading is opened whatever it is written as; columns not asked for stay unread."""

from datetime import datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from goldenthread.basics.errors import UserFacingError
from goldenthread.formats.flat import heading_of, rows_of


def parquet(folder, **columns):
    path = folder / "list.parquet"
    pq.write_table(pa.table(columns), path)
    return path


def test_parquet_gives_its_columns_and_numbered_rows(tmp_path):
    path = parquet(tmp_path, **{"Child ID": ["1", "2"], "Surname": ["x", "y"]})
    assert heading_of(path) == ["child_id", "surname"]
    assert list(rows_of(path, ["child_id"])) == [(1, ("1",)), (2, ("2",))]


def test_times_finer_than_python_can_hold_are_read_as_times(tmp_path):
    fine = pa.array([1_700_000_000_000_000_001], pa.timestamp("ns"))
    [(_, (moment,))] = rows_of(parquet(tmp_path, moment=fine), ["moment"])
    assert moment.replace(microsecond=0) == datetime(2023, 11, 14, 22, 13, 20)  # noqa: DTZ001 -- as stored


def test_a_damaged_parquet_file_has_no_heading_and_is_named_when_it_is_read(tmp_path):
    path = tmp_path / "half.parquet"
    path.write_bytes(b"PAR1 and then nothing")
    assert heading_of(path) == []
    with pytest.raises(UserFacingError, match=r"half.parquet, row 1: The file breaks off"):
        list(rows_of(path, ["child"]))


def test_a_letter_cut_in_two_at_the_end_of_what_is_looked_at_spoils_no_heading(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(b"child,team\n" + "é".encode() * 40_000)
    assert heading_of(path) == ["child", "team"]

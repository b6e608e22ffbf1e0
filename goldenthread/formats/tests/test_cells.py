"""A cell is a value, nothing, or bad; it is never quietly something else."""

from datetime import date, datetime

import pytest

from goldenthread.formats import cells
from goldenthread.formats.cells import BadCell


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("31/03/2025", date(2025, 3, 31)),
        ("2025-03-31", date(2025, 3, 31)),
        ("2025-03-31T00:00:00", date(2025, 3, 31)),
        ("2025-03-31 09:15:00", date(2025, 3, 31)),
        (" 1/4/2025 ", date(2025, 4, 1)),
        ("29/02/2024", date(2024, 2, 29)),
        (datetime(2025, 3, 31, 9), date(2025, 3, 31)),  # noqa: DTZ001 -- as a sheet gives it
        (date(2025, 3, 31), date(2025, 3, 31)),
        (45747, date(2025, 3, 31)),
        (45747.4, date(2025, 3, 31)),
        ("", None),
        (None, None),
        ("NULL", None),
    ],
)
def test_a_day_is_read_however_a_council_writes_it(cell, day):
    assert cells.day(cell) == day


@pytest.mark.parametrize("cell", ["29/02/2023", "12/31/2024", "soon", "01/01/1066", 0, 9e9, True])
def test_what_is_no_day_is_said_to_be_none(cell):
    with pytest.raises(BadCell):
        cells.day(cell)


def test_a_failed_formula_is_not_an_empty_cell():
    with pytest.raises(BadCell, match="formula"):
        cells.text("#N/A")


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("a) Yes", True),
        ("b) No", False),
        ("c) Unknown", None),
        ("Y", True),
        (1.0, True),
        ("", None),
    ],
)
def test_yes_and_no(cell, value):
    assert cells.flag(cell) is value


def test_neither_yes_nor_no_is_bad():
    with pytest.raises(BadCell):
        cells.flag("perhaps")


def test_numbers():
    assert cells.whole("3") == 3
    assert cells.whole(None) is None
    assert cells.number(" 2.5 ") == 2.5
    assert cells.number("") is None
    assert cells.month("31/03/2025") == date(2025, 3, 1)
    assert cells.month("") is None


@pytest.mark.parametrize("cell", ["-1", "2.5", "many"])
def test_what_is_no_whole_number(cell):
    with pytest.raises(BadCell):
        cells.whole(cell)


@pytest.mark.parametrize("cell", ["many", "inf", "nan "])
def test_what_is_no_number(cell):
    if cell.strip() == "nan":
        assert cells.number(cell) is None
        return
    with pytest.raises(BadCell):
        cells.number(cell)

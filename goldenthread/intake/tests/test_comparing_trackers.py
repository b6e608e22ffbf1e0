"""What counts as changed in a workbook that comes back: the three states of a cell, drawn."""

import pytest

from goldenthread.intake.tracker.columns import COLUMNS, day_of, plain
from goldenthread.intake.tracker.comparing import Line, compare

ROW = {column.key: "" for column in COLUMNS if column.key != "id"}


def one(column, was, theirs, now, *, known=True, said=(), formulas=()):
    """The comparison of one cell."""
    line = Line(7, "P1-A1", {column: theirs}, frozenset(formulas))
    return compare(
        [line],
        was={"P1-A1": {**ROW, column: was}} if known else None,
        now={"P1-A1": {**ROW, column: now}},
        said={"P1-A1": said},
    )


@pytest.mark.parametrize(
    ("was", "theirs", "now", "becomes"),
    [
        ("Ann", "Ann", "Ann", "same"),
        ("Ann", "Bob", "Ann", "changed there"),
        ("Ann", "Ann", "Bob", "same"),
        ("Ann", "Bob", "Bob", "same"),
        ("Ann", "Bob", "Cem", "both"),
        ("", "Bob", "", "changed there"),
        ("Ann", "  ANN\n", "Ann", "same"),
        ("Ann", "", "Ann", "problem"),
        ("Ann", "", "", "same"),
    ],
)
def test_a_cell_is_changed_there_here_or_on_both_sides(was, theirs, now, becomes):
    found = one("lead", was, theirs, now)
    kind = "problem" if found.problems else "same"
    if found.differences:
        [difference] = found.differences
        kind = "both" if difference.is_both else "changed there"
        assert (difference.was, difference.theirs, difference.now) == (was, theirs, now)
        assert difference.key == "P1-A1:lead"
    assert kind == becomes
    assert found.unchanged == (0 if found.differences else 1)


def test_where_the_copy_is_not_known_every_difference_counts_as_on_both_sides():
    [difference] = one("lead", "", "Bob", "Ann", known=False).differences
    assert difference.is_both
    assert one("lead", "", "Ann", "Ann", known=False).differences == ()


@pytest.mark.parametrize(
    ("column", "theirs", "told"),
    [
        ("text", "Other words", "this column only tells"),
        ("forecast", "soon", "“soon” is no day"),
        ("forecast", "May 2026", "“May 2026” is no day"),
        ("state", "Nearly there", "is none of: Not started, In progress, Done"),
        ("cause", "The weather", "is none of: Demand, Capacity"),
    ],
)
def test_a_cell_that_cannot_be_taken_says_where_what_and_what_to_do(column, theirs, told):
    found = one(column, "", theirs, "")
    [problem] = found.problems
    assert problem.startswith("Row 7, ")
    assert told in problem
    assert found.differences == ()


def test_a_formula_is_not_taken():
    [problem] = one("lead", "", "Bob", "", formulas=["lead"]).problems
    assert "it holds a formula" in problem


@pytest.mark.parametrize("typed", ["16 May 2026", "16/05/2026", "16.5.26", "Saturday 16 May 2026"])
def test_a_day_is_the_same_however_it_is_typed(typed):
    assert one("forecast", "16 May 2026", typed, "16 May 2026").differences == ()
    [difference] = one("forecast", "", typed, "").differences
    assert difference.theirs == "16 May 2026"


def test_an_update_that_was_taken_over_already_is_not_said_twice():
    assert one("said", "", "The hub  opened.", "", said={"the hub opened."}).differences == ()
    assert one("said", "", "It closed.", "", said={"the hub opened."}).differences != ()


def lines(*ids):
    return [Line(row, one, {"lead": "Bob"}) for row, one in enumerate(ids, start=2)]


def compared(*ids):
    cells = {"P1-A1": dict(ROW), "P1-A2": dict(ROW)}
    return compare(lines(*ids), was=cells, now=cells, said={})


def test_a_reference_that_stands_twice_takes_none_of_its_rows():
    found = compared("P1-A1", "P1-A2", "P1-A1")
    assert [one.public_id for one in found.differences] == ["P1-A2"]
    assert found.problems[0].startswith("Row 2: P1-A1 stands in 2 rows")
    assert found.problems[1].startswith("Row 4: P1-A1 stands in 2 rows")


def test_rows_without_a_reference_or_with_a_foreign_one_are_told():
    found = compared("", "P9-A1", "P1-A1", "P1-A2")
    assert found.problems[0].startswith("Row 2: there is no reference")
    assert found.problems[1].startswith("Row 3: P9-A1 is no action of this plan")
    assert len(found.differences) == 2


def test_rows_that_were_deleted_take_nothing_away():
    found = compared("P1-A1")
    assert found.problems == (
        (
            "1 of the plan's actions are not in the workbook (P1-A2). Nothing is taken away from the "
            "plan."
        ),
    )


def test_a_column_that_is_not_there_changes_nothing():
    cells = {"P1-A1": {**ROW, "lead": "Ann"}}
    assert compare([Line(2, "P1-A1", {})], was=cells, now=cells, said={}).unchanged == 1


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("29 February 2024", "2024-02-29"),
        ("29 February 2025", None),
        ("", None),
        ("immediately", None),
        ("16 May 2026 to 18 May 2026", None),
    ],
)
def test_only_one_certain_day_is_a_day(typed, day):
    found = day_of(typed)
    assert (found.isoformat() if found else None) == day


def test_what_is_no_day_stays_as_it_was_typed():
    column = next(column for column in COLUMNS if column.key == "local")
    assert plain(column, " May 2026 ") == "May 2026"

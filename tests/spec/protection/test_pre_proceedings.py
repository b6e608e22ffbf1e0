"""PLO_16W and PLO_26W: how long children have been in pre-proceedings."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.engine import measuring
from goldenthread.indicators.protection.pre_proceedings_over_16_weeks import (
    PRE_PROCEEDINGS_OVER_16_WEEKS,
)
from goldenthread.indicators.protection.pre_proceedings_over_26_weeks import (
    PRE_PROCEEDINGS_OVER_26_WEEKS,
)
from tests.spec.drawn import cases, inputs, outcomes

AS_AT = date(2025, 3, 31)
BOTH = (PRE_PROCEEDINGS_OVER_16_WEEKS, PRE_PROCEEDINGS_OVER_26_WEEKS)
each_of_both = pytest.mark.parametrize("indicator", BOTH, ids=lambda each: each.id)


def drawn(indicator, rows, **given):
    tables = {"pre_proceedings": rows}
    return outcomes(indicator, tables, **{"as_at": AS_AT, "months": 1, **given})


@pytest.mark.parametrize(
    ("indicator", "after_whole_weeks", "over"),
    [
        (PRE_PROCEEDINGS_OVER_16_WEEKS, "2024-12-09", "2024-12-08"),
        (PRE_PROCEEDINGS_OVER_26_WEEKS, "2024-09-30", "2024-09-29"),
    ],
)
def test_after_whole_weeks_it_is_not_over_and_a_day_later_it_is(indicator, after_whole_weeks, over):
    assert drawn(
        indicator,
        f"""
        pre_proceedings_row | child | decided_on
        --------------------+-------+-----------
        r1                  | ann   | {after_whole_weeks}
        r2                  | bob   | {over}
        """,
    ) == {"r1": "not met", "r2": "met"}


@each_of_both
def test_one_that_ends_on_the_day_is_over_and_one_that_begins_on_it_has_begun(indicator):
    found = drawn(
        indicator,
        """
        pre_proceedings_row | child | decided_on | ended_on   | court_applied_on
        --------------------+-------+------------+------------+-----------------
        r1                  | ann   | 2024-01-01 | 2025-03-31 |
        r2                  | bob   | 2025-03-31 |            |
        r3                  | cat   | 2025-04-01 |            |
        r4                  | dan   | 2024-01-01 | 2025-04-01 |
        r5                  | eve   | 2024-01-01 |            | 2025-03-31
        r6                  | fay   | 2024-01-01 | ?          | 2025-03-31
        """,
    )
    assert found == {"r2": "not met", "r4": "met"}


@each_of_both
def test_one_whose_first_or_last_day_cannot_be_read_stays_in_no_month(indicator):
    rows = cases(
        indicator,
        {
            "pre_proceedings": """
        pre_proceedings_row | child | decided_on | ended_on | court_applied_on
        --------------------+-------+------------+----------+-----------------
        r1                  | ann   | ?          |          |
        r2                  | bob   | 2024-01-01 | ?        |
        r3                  | cat   | 2024-01-01 |          | ?
        r4                  | dan   |            |          |
        """
        },
        as_at=AS_AT,
    )
    assert {(row["case"], row["month"], row["outcome"]) for row in rows} == {
        ("r1", None, "cannot be worked out"),
        ("r2", None, "cannot be worked out"),
        ("r3", None, "cannot be worked out"),
    }


def test_a_child_stands_in_each_month_at_whose_end_it_was_in_pre_proceedings():
    assert drawn(
        PRE_PROCEEDINGS_OVER_16_WEEKS,
        """
        pre_proceedings_row | child | decided_on | ended_on
        --------------------+-------+------------+-----------
        r1                  | ann   | 2024-09-08 | 2025-01-10
        r2                  | ann   | 2025-02-01 |
        """,
        months=5,
    ) == {"r1": "not met, met", "r2": "not met, not met"}


@each_of_both
def test_the_families_of_the_children_who_are_over_are_counted_too(indicator):
    given = inputs(
        indicator,
        {
            "pre_proceedings": """
        pre_proceedings_row | child | family | decided_on
        --------------------+-------+--------+-----------
        r1                  | ann   | smith  | 2024-01-01
        r2                  | bob   | smith  | 2024-01-01
        r3                  | cat   |        | 2024-01-01
        r4                  | dan   | jones  | 2025-03-01
        """,
            "families": """
        family_row | family | child
        -----------+--------+------
        f1         | group1 | ann
        f2         | group2 | cat
        f3         | group3 | bob
        """,
        },
        as_at=AS_AT,
        months=1,
    )
    (figure,) = measuring.figures(indicator, given)
    assert (figure.numerator, figure.denominator, figure.families) == (3, 4, 2)


@each_of_both
def test_the_families_outside_the_weeks_are_listed_behind_the_figure(indicator):
    rows = """
        pre_proceedings_row | child | family | decided_on
        --------------------+-------+--------+-----------
        r1                  | ann   | smith  | 2024-01-01
        r2                  | bob   | jones  | 2025-03-01
        r3                  | cat   |        | 2024-01-01
        """
    given = inputs(indicator, {"pre_proceedings": rows}, as_at=AS_AT, months=1)
    found = measuring.behind(indicator, given, authority="999", month=date(2025, 3, 1))
    outside = [(row["child"], row["family"]) for row in found if row["outcome"] == "met"]
    assert outside == [("ann", "smith"), ("cat", None)]


@settings(max_examples=25)
@given(st.lists(st.one_of(st.integers(0, 400), st.integers(110, 114)), min_size=1, max_size=6))
def test_it_is_what_weeks_counted_by_hand_say(ages):
    rows = [f"r{row} | r{row} | {AS_AT - timedelta(days=age)}" for row, age in enumerate(ages)]
    heading = "pre_proceedings_row | child | decided_on\n---"
    found = drawn(PRE_PROCEEDINGS_OVER_16_WEEKS, "\n".join([heading, *rows]))
    assert found == {f"r{row}": by_hand(age) for row, age in enumerate(ages)}


def by_hand(age):
    weeks, days_more = divmod(age, 7)
    return "met" if (weeks, days_more) > (16, 0) else "not met"

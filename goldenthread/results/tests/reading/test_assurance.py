"""Whether a process will meet its target as it is, from limits against target (domain 4.3)."""

from decimal import Decimal

import pytest

from goldenthread.results.reading import xmr
from goldenthread.results.reading.assurance import assured
from goldenthread.results.reading.xmr import Terms
from goldenthread.results.tests.reading.drawn import months, table

# Limits 44.68 and 55.32.
STEADY = "49 51 49 51 49 51 49 51 49 51 49 51"


def chart(line, form="count"):
    return xmr.chart(months(line), Terms(form=form, better="higher"))


@pytest.mark.parametrize(
    "row",
    table(
        """
        target          | says
        ----------------+--------------------
        at least 44.67  | consistently met
        at least 44.68  | consistently met
        more than 44.68 | hit and miss
        at least 44.69  | hit and miss
        at least 55.32  | hit and miss
        at least 55.33  | consistently missed
        at most 55.32   | consistently met
        less than 55.32 | hit and miss
        at most 50      | hit and miss
        at most 44.67   | consistently missed
        """
    ),
    ids=lambda row: row["target"],
)
def test_the_target_lies_beyond_one_limit_or_between_both(row):
    comparator, _, level = row["target"].rpartition(" ")
    found = assured(chart(STEADY), comparator, Decimal(level))
    assert (found.state, found.words) == (row["says"], row["says"])


def test_all_of_a_share_is_hit_and_miss_where_the_limit_is_all():
    """The limit is cut off at 100%; a process that can reach all of them does not always."""
    found = assured(chart("99 95 99 95", form="share"), "at least", Decimal(100))
    assert found.state == "hit and miss"


def test_trial_limits_are_named_beside_the_answer():
    found = assured(chart("49 51 49"), "at least", Decimal(10))
    assert found.words == "consistently met; trial limits: 3 points, and 12 are wanted"


@pytest.mark.parametrize(
    ("line", "comparator", "why"),
    [
        (STEADY, "exactly", "the target is one number"),
        ("49", "at least", "no limits"),
        ("-", "at least", "no limits"),
    ],
)
def test_without_limits_or_a_side_it_cannot_be_said(line, comparator, why):
    found = assured(chart(line), comparator, Decimal(50))
    assert found.state == "cannot be said from limits"
    assert why in found.words

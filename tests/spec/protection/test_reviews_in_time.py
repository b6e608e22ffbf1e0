"""RCPC_TIME: the first review within 3 months, each later one within 6 of the one before."""

from datetime import date

from goldenthread.indicators.protection.reviews_in_time import REVIEWS_IN_TIME
from tests.spec.drawn import outcomes

AS_AT = date(2025, 3, 31)
PLANS = """
    cp_plan | child | started_on | ended_on
    --------+-------+------------+---------
    p1      | ann   | 2024-06-10 |
    """


def drawn(reviews, plans=PLANS, **given):
    tables = {"cp_plans": plans, "cp_reviews": reviews}
    return outcomes(REVIEWS_IN_TIME, tables, **{"as_at": AS_AT, "months": 1, **given})


def reviews(*days, plan="p1"):
    lines = "\n".join(f"r{number} | ann | {plan} | {day}" for number, day in enumerate(days))
    return f"review | child | cp_plan | held_on\n----+----+----+----\n{lines}"


def test_on_the_corresponding_dates_is_in_time():
    assert drawn(reviews("2024-09-10", "2025-03-10")) == {"p1": "met"}


def test_a_first_review_a_day_late_is_never_mended():
    assert drawn(reviews("2024-09-11", "2024-12-01")) == {"p1": "not met"}


def test_a_later_review_a_day_late_counts_too():
    assert drawn(reviews("2024-09-10", "2025-03-11")) == {"p1": "not met"}


def test_a_review_that_is_due_and_not_held_counts_from_the_day_after():
    found = drawn(reviews("2024-09-10"), as_at=date(2025, 3, 10))
    assert found == {"p1": "met"}
    assert drawn(reviews("2024-09-10"), as_at=date(2025, 3, 11)) == {"p1": "not met"}


def test_31_august_has_28_february_six_months_on():
    plans = PLANS.replace("2024-06-10", "2024-05-31")
    assert drawn(reviews("2024-08-31", "2025-02-28"), plans) == {"p1": "met"}
    assert drawn(reviews("2024-08-31", "2025-03-01"), plans) == {"p1": "not met"}


def test_a_plan_of_less_than_three_months_is_too_recent_and_of_three_is_not():
    plans = PLANS.replace("2024-06-10", "2024-12-31")
    assert drawn(reviews(), plans) == {"p1": "met"}
    assert drawn(reviews(), PLANS.replace("2024-06-10", "2025-01-01")) == {"p1": "too recent"}


def test_a_review_on_the_first_day_or_of_another_plan_does_not_count():
    assert drawn(reviews("2024-06-10")) == {"p1": "not met"}
    assert drawn(reviews("2024-09-01", "2025-01-10", plan="p9")) == {"p1": "not met"}


def test_a_review_without_a_plan_is_joined_by_child_and_days():
    assert drawn(reviews("2024-09-01", "2025-01-10", plan="")) == {"p1": "met"}


def test_a_review_whose_day_cannot_be_read_leaves_the_plan_unknown():
    assert drawn(reviews("2024-09-01", "?")) == {"p1": "cannot be worked out"}


def test_a_plan_that_began_before_the_loads_reach_cannot_be_worked_out():
    found = drawn(reviews("2024-09-01", "2025-01-10"), complete_from=date(2024, 7, 1))
    assert found == {"p1": "cannot be worked out"}


def test_a_plan_without_a_readable_first_day_cannot_be_worked_out():
    assert drawn(reviews(), PLANS.replace("2024-06-10", "?")) == {"p1": "cannot be worked out"}


def test_a_child_with_an_ended_plan_is_counted_for_the_open_one_and_month_by_month():
    plans = """
    cp_plan | child | started_on | ended_on
    --------+-------+------------+-----------
    p0      | ann   | 2023-01-01 | 2024-01-01
    p1      | ann   | 2024-06-10 |
    """
    found = drawn(reviews("2024-09-10", "2025-02-01"), plans, months=5)
    assert found == {"p1": "met, met, met, met, met"}

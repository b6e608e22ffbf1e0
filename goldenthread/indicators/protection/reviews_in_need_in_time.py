"""Child in need plans whose last review lies within the council's own interval."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs, days_between, is_unreadable
from goldenthread.indicators.kinds import (
    CANNOT,
    MET,
    NOT_MET,
    RECENT,
    Better,
    Drawn,
    Indicator,
    Kind,
)

FIRST, LATER = "cin_first_review_weeks", "cin_review_weeks"


def population(inputs: Inputs) -> ir.Table:
    """Child in need plans open at the last day of each month, with the council's two intervals."""
    plans = inputs["cin_plans"].mutate(case=_.cin_plan)
    rows = inputs.open_at_month_ends(plans, start="started_on", end="ended_on")
    rows = inputs.with_rule(rows, FIRST, "last_day", "weeks_to_first")
    return inputs.with_rule(rows, LATER, "last_day", "weeks_between")


def outcome(plans: ir.Table) -> ir.StringValue:
    """It was reviewed since it began, and at most the number of weeks before the day.

    The tables tell the latest review only, so nobody knows of the one before it.
    """
    age = days_between(plans.started_on, plans.last_day)
    since = days_between(plans.reviewed_on, plans.last_day)
    no_rule = plans.weeks_to_first.isnull() | plans.weeks_between.isnull()
    lost = plans.reviewed_on.isnull() & is_unreadable(plans, "reviewed_on")
    in_time = (since <= plans.weeks_between * 7) & (plans.reviewed_on > plans.started_on)
    return ibis.cases(
        (plans.month.isnull() | no_rule, CANNOT),
        (age <= plans.weeks_to_first * 7, RECENT),
        (lost | (since < 0).fill_null(False), CANNOT),
        (in_time.fill_null(False), MET),
        else_=NOT_MET,
    )


REVIEWS_IN_NEED_IN_TIME = Indicator(
    id="CIN_REVIEW",
    version=1,
    title="Child in need plans reviewed within the local standard",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those reviewed since they began and within the council's own number of "
    "weeks",
    denominator="child in need plans open at the last day of the month that are older than the "
    "council's number of weeks to the first review",
    unit="children",
    clock="calendar weeks by the council's own rules, from the plan's first day to the first "
    "review and from a review to the next; the last day is in time (K3)",
    needs={"cin_plans": ("child", "started_on", "ended_on", "reviewed_on")},
    population=population,
    outcome=outcome,
    source="a local standard; there is no national interval",
    limits="Where the council has not set both rules for the day it cannot be worked out. Only the "
    "latest review is told: a month before it cannot be worked out, and whether earlier ones were "
    "in time is not asked. A review on the plan's first day is none.",
    rules=(FIRST, LATER),
    not_drawn={Drawn.HOLIDAY: "Calendar weeks; a bank holiday counts like any day."},
)

"""Care plan up to date."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.care.periods import in_care
from goldenthread.indicators.inputs import Inputs, days_between, with_latest
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

RULE = "care_plan_days"
WORKING_DAYS_TO_FIRST = 10


def population(inputs: Inputs) -> ir.Table:
    """Children in care on the last day of each month, with their latest care plan."""
    rows = in_care(inputs)
    plans = inputs["care_plans"]
    rows = with_latest(
        rows, plans.filter(plans.started_on.notnull()), day="started_on", name="plan_on"
    )
    rows = inputs.with_rule(rows, RULE, "last_day", "allowed")
    return inputs.with_working_days(rows, start="started_on", stop="last_day", name="working_days")


def outcome(cases: ir.Table) -> ir.StringValue:
    """The latest plan is no older than the council allows."""
    age = days_between(cases.plan_on, cases.last_day)
    return ibis.cases(
        (cases.month.isnull() | cases.allowed.isnull() | cases.working_days.isnull(), CANNOT),
        (cases.working_days < WORKING_DAYS_TO_FIRST, RECENT),
        (cases.plan_on.isnull(), NOT_MET),
        (age <= cases.allowed, MET),
        else_=NOT_MET,
    )


CARE_PLAN_CURRENT = Indicator(
    id="CLA_CAREPLAN",
    version=1,
    title="Care plan up to date",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator=(
        "of these, those with a care plan begun or renewed within the council's own number of days"
    ),
    denominator=("children looked after for 10 working days or more on the last day of the month"),
    unit="children",
    clock="calendar days by the council's own rule (K6)",
    needs={
        "care_episodes": ("child", "started_on", "ended_on"),
        "care_plans": ("child", "started_on"),
    },
    population=population,
    outcome=outcome,
    source=(
        "Care Planning, Placement and Case Review (England) Regulations 2010, reg 4(2): a"
        " plan within 10 working days of the first placement; how long one stays current "
        "is a local standard"
    ),
    limits="The day of a plan is that of its record, not of what it says.",
    not_drawn={
        Drawn.HOLIDAY: (
            "Only the first ten days are working days, and they decide who is counted."
        ),
    },
    rules=("care_plan_days",),
)

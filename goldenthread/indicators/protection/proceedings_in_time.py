"""Care proceedings that the court concluded within 26 weeks."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.inputs import Inputs, days_between, is_unreadable
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, OPEN, Better, Drawn, Indicator, Kind
from goldenthread.indicators.protection.applications import applications

# 26 weeks beginning with the day of issue, which is day 1: the last day lies 181 days after it.
DAYS_AFTER_ISSUE = 26 * 7 - 1


def population(inputs: Inputs) -> ir.Table:
    """Applications concluded in the months; open ones stand in the month of the figures."""
    every = applications(inputs)
    concluded = inputs.counted_in_month_of(every, "concluded_on")
    still_open = every.filter(_is_open(every)).mutate(month=inputs.month_of_figures())
    return concluded.union(still_open)


def _is_open(applied: ir.Table) -> ir.BooleanValue:
    return applied.concluded_on.isnull() & ~is_unreadable(applied, "concluded_on")


def outcome(applied: ir.Table) -> ir.StringValue:
    """It was concluded at most 181 days after the day of issue; an open one is none of the two."""
    days = days_between(applied.issued_on, applied.concluded_on)
    return ibis.cases(
        (_is_open(applied), OPEN),
        (days.isnull() | (days < 0), CANNOT),
        (days <= DAYS_AFTER_ISSUE, MET),
        else_=NOT_MET,
    )


PROCEEDINGS_IN_TIME = Indicator(
    id="CARE_26W",
    version=1,
    title="Care proceedings concluded within 26 weeks",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those concluded within 26 weeks beginning with the day of issue",
    denominator="applications for care or supervision orders (section 31) concluded in the month",
    unit="occasions",
    clock="calendar weeks beginning with the day of issue, which is day 1; the last day in time is "
    "181 days later (K2)",
    needs={"care_proceedings": ("child", "issued_on", "concluded_on")},
    population=population,
    outcome=outcome,
    source="Children Act 1989 section 32(1)(a)(ii), as substituted by the Children and Families "
    "Act 2014 section 14: 'within twenty-six weeks beginning with the day on which the application "
    "was issued'",
    limits="Time that the court allowed beyond (section 32(5)) is recorded and not taken off. "
    "Children of one application are one, concluded with the last of them; where no application is "
    "named, each child is one.",
    not_drawn={Drawn.HOLIDAY: "Calendar weeks; a bank holiday counts like any day."},
)

"""Children whose pre-proceedings have gone on for more than 26 weeks."""

import ibis.expr.types as ir

from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import Better, Drawn, Indicator, Kind
from goldenthread.indicators.protection.pre_proceedings import is_over, open_pre_proceedings

WEEKS = 26


def population(inputs: Inputs) -> ir.Table:
    """Children in pre-proceedings at the last day of each month."""
    return open_pre_proceedings(inputs)


def outcome(rows: ir.Table) -> ir.StringValue:
    """The day is later than 26 weeks after the decision to begin."""
    return is_over(rows, weeks=WEEKS)


PRE_PROCEEDINGS_OVER_26_WEEKS = Indicator(
    id="PLO_26W",
    version=1,
    title="Pre-proceedings that have gone on for over 26 weeks",
    kind=Kind.SHARE,
    better=Better.LOWER,
    numerator="of these, those whose decision to begin lies more than 26 weeks back",
    denominator="children in pre-proceedings at the last day of the month",
    unit="children",
    clock="calendar weeks from the day of the decision, which is day 0; after 26 whole weeks it is "
    "not over yet (K3)",
    needs={"pre_proceedings": ("child", "decided_on", "ended_on")},
    population=population,
    outcome=outcome,
    source="a local band, in which councils report the longest; Standard Safeguarding Dataset, "
    "pre-proceedings",
    limits="They are among those over 16 weeks. No table carries an extension of time, so none "
    "is taken off.",
    not_drawn={Drawn.HOLIDAY: "Calendar weeks; a bank holiday counts like any day."},
    also_families=True,
)

"""Children whose pre-proceedings have gone on for more than 16 weeks."""

import ibis.expr.types as ir

from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import Better, Drawn, Indicator, Kind
from goldenthread.indicators.protection.pre_proceedings import is_over, open_pre_proceedings

WEEKS = 16


def population(inputs: Inputs) -> ir.Table:
    """Children in pre-proceedings at the last day of each month."""
    return open_pre_proceedings(inputs)


def outcome(rows: ir.Table) -> ir.StringValue:
    """The day is later than 16 weeks after the decision to begin."""
    return is_over(rows, weeks=WEEKS)


PRE_PROCEEDINGS_OVER_16_WEEKS = Indicator(
    id="PLO_16W",
    version=1,
    title="Pre-proceedings that have gone on for over 16 weeks",
    kind=Kind.SHARE,
    better=Better.LOWER,
    numerator="of these, those whose decision to begin lies more than 16 weeks back",
    denominator="children in pre-proceedings at the last day of the month",
    unit="children",
    clock="calendar weeks from the day of the decision, which is day 0; after 16 whole weeks it is "
    "not over yet (K3)",
    needs={"pre_proceedings": ("child", "decided_on", "ended_on")},
    population=population,
    outcome=outcome,
    source="Public Law Working Group, best practice guidance on support for and work with families "
    "before proceedings (2021): 16 weeks; Standard Safeguarding Dataset, pre-proceedings",
    limits="Those over 26 weeks are among them. No table carries an extension of time, so none is "
    "taken off.",
    not_drawn={Drawn.HOLIDAY: "Calendar weeks; a bank holiday counts like any day."},
    also_families=True,
)

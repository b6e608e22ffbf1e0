"""Child protection plans that ended after two years or more."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs, days_between
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, Better, Drawn, Indicator, Kind
from goldenthread.indicators.protection.plans_of_two_years import DAYS


def population(inputs: Inputs) -> ir.Table:
    """Plans that ended in the months."""
    plans = inputs["cp_plans"].mutate(case=_.cp_plan)
    return inputs.counted_in_month_of(plans, "ended_on")


def outcome(plans: ir.Table) -> ir.StringValue:
    """It lasted more than 729 days, its last day counted."""
    lasted = days_between(plans.started_on, plans.ended_on) + 1
    return ibis.cases((lasted.isnull() | (lasted < 1), CANNOT), (lasted > DAYS, MET), else_=NOT_MET)


PLANS_ENDED_AFTER_TWO_YEARS = Indicator(
    id="CPP_END24M",
    version=1,
    title="Child protection plans ending that lasted two years or more",
    kind=Kind.SHARE,
    better=Better.LOWER,
    numerator="of these, those that lasted more than 729 days, the last day counted",
    denominator="child protection plans that ended in the month",
    unit="occasions",
    clock="calendar days, the first and the last counted",
    needs={"cp_plans": ("child", "started_on", "ended_on")},
    population=population,
    outcome=outcome,
    source="DfE, children in need census, table D7: more than 729 calendar days, including the day "
    "of cessation; CIN census N00105, N00115",
    limits="A child with two plans that ended in the month is counted twice, as DfE does.",
    not_drawn={
        Drawn.HOLIDAY: "Calendar days; a bank holiday counts like any day.",
        Drawn.OPEN: "Only plans that ended are counted.",
    },
)

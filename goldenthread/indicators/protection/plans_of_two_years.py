"""Child protection plans that have been open for two years or more."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.inputs import Inputs, days_between
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, Better, Drawn, Indicator, Kind
from goldenthread.indicators.protection.plans import open_plans

# More than 729 days, the first and the last day counted.
DAYS = 729


def population(inputs: Inputs) -> ir.Table:
    """Plans open at the last day of each month."""
    return open_plans(inputs)


def outcome(plans: ir.Table) -> ir.StringValue:
    """It has lasted more than 729 days, this day counted."""
    lasted = days_between(plans.started_on, plans.last_day) + 1
    return ibis.cases((plans.month.isnull(), CANNOT), (lasted > DAYS, MET), else_=NOT_MET)


PLANS_OF_TWO_YEARS = Indicator(
    id="CPP_24M",
    version=1,
    title="Child protection plans open for two years or more",
    kind=Kind.SHARE,
    better=Better.LOWER,
    numerator="of these, those that have lasted more than 729 days, the day itself counted",
    denominator="child protection plans open at the last day of the month",
    unit="children",
    clock="calendar days, the first and the last counted",
    needs={"cp_plans": ("child", "started_on", "ended_on")},
    population=population,
    outcome=outcome,
    source="DfE key indicator, '2 years or more'; as DfE writes it: more than 729 calendar days, "
    "including the day of cessation; CIN census N00105, N00115; Annex A list 7",
    limits="DfE divides by the plans of a whole year; this divides by those open on the day, as "
    "boards ask. Months would differ by one day from this count around 29 February.",
    not_drawn={Drawn.HOLIDAY: "Calendar days; a bank holiday counts like any day."},
    also_families=True,
)

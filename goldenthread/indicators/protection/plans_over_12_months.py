"""Child protection plans that have been open for more than 12 months."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.inputs import Inputs, months_later
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, Better, Drawn, Indicator, Kind
from goldenthread.indicators.protection.plans import open_plans

MONTHS = 12


def population(inputs: Inputs) -> ir.Table:
    """Plans open at the last day of each month."""
    return open_plans(inputs)


def outcome(plans: ir.Table) -> ir.StringValue:
    """The day is later than the corresponding date 12 months after the plan began."""
    return ibis.cases(
        (plans.month.isnull(), CANNOT),
        (plans.last_day > months_later(plans.started_on, MONTHS), MET),
        else_=NOT_MET,
    )


PLANS_OVER_12_MONTHS = Indicator(
    id="CPP_12M",
    version=1,
    title="Child protection plans open for over 12 months",
    kind=Kind.SHARE,
    better=Better.LOWER,
    numerator="of these, those begun more than 12 months before",
    denominator="child protection plans open at the last day of the month",
    unit="children",
    clock="calendar months, the corresponding date (K4); on that date itself it is not over",
    needs={"cp_plans": ("child", "started_on", "ended_on")},
    population=population,
    outcome=outcome,
    source="a local band; CIN census N00105; Annex A list 7",
    limits="A child with two plans open at once is two; those over 18 and 24 months are among them.",
    not_drawn={Drawn.HOLIDAY: "Calendar months; a bank holiday counts like any day."},
    also_families=True,
)

"""Child protection plans that have been open for more than 18 months."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.inputs import Inputs, months_later
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, Better, Drawn, Indicator, Kind
from goldenthread.indicators.protection.plans import open_plans

MONTHS = 18


def population(inputs: Inputs) -> ir.Table:
    """Plans open at the last day of each month."""
    return open_plans(inputs)


def outcome(plans: ir.Table) -> ir.StringValue:
    """The day is later than the corresponding date 18 months after the plan began."""
    return ibis.cases(
        (plans.month.isnull(), CANNOT),
        (plans.last_day > months_later(plans.started_on, MONTHS), MET),
        else_=NOT_MET,
    )


PLANS_OVER_18_MONTHS = Indicator(
    id="CPP_18M",
    version=1,
    title="Child protection plans open for over 18 months",
    kind=Kind.SHARE,
    better=Better.LOWER,
    numerator="of these, those begun more than 18 months before",
    denominator="child protection plans open at the last day of the month",
    unit="children",
    clock="calendar months, the corresponding date (K4); on that date itself it is not over",
    needs={"cp_plans": ("child", "started_on", "ended_on")},
    population=population,
    outcome=outcome,
    source="a local band; CIN census N00105; Annex A list 7",
    limits="Those of two years or more are among them, unless it is said that they are not.",
    not_drawn={Drawn.HOLIDAY: "Calendar months; a bank holiday counts like any day."},
    also_families=True,
)

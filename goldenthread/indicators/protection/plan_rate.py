"""Children subject to a child protection plan."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import CANNOT, MET, Better, Drawn, Indicator, Kind
from goldenthread.indicators.protection.plans import open_plans


def population(inputs: Inputs) -> ir.Table:
    """Plans open at the last day of each month."""
    return open_plans(inputs)


def outcome(plans: ir.Table) -> ir.StringValue:
    """Each counts."""
    return ibis.cases((plans.month.isnull(), CANNOT), else_=MET)


PLAN_RATE = Indicator(
    id="CPP_RATE",
    version=1,
    title="Children subject to a child protection plan",
    kind=Kind.COUNT,
    better=Better.NEITHER,
    numerator="child protection plans open at the last day of the month",
    denominator="children aged 0 to 17 in the area, for the rate",
    unit="children",
    clock="open if it began by the day and did not end by it",
    needs={"cp_plans": ("child", "started_on", "ended_on")},
    population=population,
    outcome=outcome,
    source="DfE, children in need census, measure D1 (N00105, N00115); Annex A list 7",
    limits="A child with two plans open at once is counted twice and should be put right.",
    not_drawn={
        Drawn.HOLIDAY: "A day is a day; a bank holiday counts like any other.",
        Drawn.REPEAT: "A plan before this one is not asked for.",
    },
    rules=("population_0_17",),
    rate=True,
)

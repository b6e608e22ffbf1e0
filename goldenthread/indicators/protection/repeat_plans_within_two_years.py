"""Child protection plans begun within two years of the end of the child's plan before."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.inputs import Inputs, months_later
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, Better, Drawn, Indicator, Kind
from goldenthread.indicators.protection.plans import begun_plans

MONTHS = 24


def population(inputs: Inputs) -> ir.Table:
    """Plans begun in the months, each beside the end of the child's plan before it."""
    return begun_plans(inputs)


def outcome(plans: ir.Table) -> ir.StringValue:
    """The plan before ended at most 24 months earlier, the corresponding date included."""
    earliest = months_later(plans.started_on, -MONTHS)
    unknown_end = (plans.earlier > 0) & plans.before.isnull()
    reaches = (plans.complete_from <= earliest).fill_null(True)
    return ibis.cases(
        (plans.started_on.isnull(), CANNOT),
        ((plans.before >= earliest).fill_null(False), MET),
        (unknown_end, CANNOT),
        (reaches, NOT_MET),
        ((plans.previous_plans == 0).fill_null(False), NOT_MET),
        else_=CANNOT,
    )


REPEAT_PLANS_WITHIN_TWO_YEARS = Indicator(
    id="CPP_REPEAT_2Y",
    version=1,
    title="Second or subsequent child protection plans within two years",
    kind=Kind.SHARE,
    better=Better.LOWER,
    numerator="of these, those whose child's plan before ended within the 24 months before",
    denominator="child protection plans begun in the month",
    unit="occasions",
    clock="calendar months back from the first day, the corresponding date included (K4)",
    needs={"cp_plans": ("child", "started_on", "ended_on")},
    population=population,
    outcome=outcome,
    source="a local and regional measure; CIN census N00105, N00115",
    limits="Where the loads do not reach back two years, only a child without any plan before is "
    "known not to meet it.",
    not_drawn={
        Drawn.HOLIDAY: "Calendar months; a bank holiday counts like any day.",
        Drawn.OPEN: "Whether the plan that began is open is not asked.",
    },
)

"""Child protection plans begun for children who had one before, however long ago."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.inputs import Inputs, is_unreadable
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, Better, Drawn, Indicator, Kind
from goldenthread.indicators.protection.plans import begun_plans


def population(inputs: Inputs) -> ir.Table:
    """Plans begun in the months."""
    return begun_plans(inputs)


def outcome(plans: ir.Table) -> ir.StringValue:
    """The return counts an earlier plan, or the loads hold one; no count and none held says no
    only where the loads tell all there is.
    """
    counted = plans.previous_plans
    return ibis.cases(
        (plans.started_on.isnull(), CANNOT),
        ((counted > 0).fill_null(False) | (plans.earlier > 0), MET),
        (is_unreadable(plans, "previous_plans"), CANNOT),
        (counted.isnull() & plans.complete_from.notnull(), CANNOT),
        else_=NOT_MET,
    )


REPEAT_PLANS = Indicator(
    id="CPP_REPEAT_EVER",
    version=1,
    title="Second or subsequent child protection plans, ever",
    kind=Kind.SHARE,
    better=Better.LOWER,
    numerator="of these, those of a child who had a plan before, regardless of how long ago",
    denominator="child protection plans begun in the month",
    unit="occasions",
    clock="none: there is no limit of time",
    needs={"cp_plans": ("child", "started_on")},
    population=population,
    outcome=outcome,
    source="DfE, children in need census (N00106, number of previous plans); Annex A list 7",
    limits="Plans of other authorities are not counted by the return. Where the return counts no "
    "plan and the loads hold one, the one that is held counts.",
    not_drawn={
        Drawn.BOUNDARY: "There is no limit of time.",
        Drawn.HOLIDAY: "There is no limit of time.",
        Drawn.OPEN: "Whether a plan is open is not asked.",
    },
)

"""Child protection plans whose last visit lies within the council's own interval."""

import ibis.expr.types as ir

from goldenthread.indicators.inputs import Inputs, with_latest
from goldenthread.indicators.kinds import Better, Drawn, Indicator, Kind
from goldenthread.indicators.protection.latest import in_interval, with_lost
from goldenthread.indicators.protection.plans import open_plans

RULE = "cp_visit_days"


def population(inputs: Inputs) -> ir.Table:
    """Plans open at the last day of each month, with the child's latest visit by then.

    A visit at which the child was not seen is none.
    """
    rows = open_plans(inputs)
    visits = inputs["cp_visits"]
    visits = visits.filter(visits.visited_on.notnull() & visits.seen.fill_null(True))
    rows = with_latest(rows, visits, day="visited_on", name="visited_on")
    rows = inputs.with_rule(rows, RULE, "last_day", "days_allowed")
    rows = with_lost(rows, inputs["cp_visits"], "visited_on")
    return inputs.with_reach(rows, "cp_visits", "known_from")


def outcome(plans: ir.Table) -> ir.StringValue:
    """The latest visit since the plan began lies at most the allowed number of days back."""
    return in_interval(
        plans, began=plans.started_on, latest=plans.visited_on, allowed=plans.days_allowed
    )


VISITS_IN_TIME = Indicator(
    id="CPV_LOCAL",
    version=1,
    title="Child protection visits within the local standard",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those with a visit within the council's own number of days",
    denominator="plans open at the last day of the month for longer than that number of days",
    unit="children",
    clock="calendar days by the council's own rule; the day of the visit is day 0 (K6)",
    needs={
        "cp_plans": ("child", "started_on", "ended_on"),
        "cp_visits": ("child", "visited_on"),
    },
    population=population,
    outcome=outcome,
    source="a local standard; there is no national number of days; Annex A list 7",
    limits="Where the council has set no rule for the day it cannot be worked out. A visit at "
    "which the child was not seen is none. Visits that the loads do not reach back to are unknown.",
    rules=(RULE,),
    not_drawn={
        Drawn.HOLIDAY: "Calendar days; a council that counts working days sets them as days.",
    },
)

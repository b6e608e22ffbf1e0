"""Child protection plans whose last core group lies within the council's own interval."""

import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs, with_latest
from goldenthread.indicators.kinds import Better, Drawn, Indicator, Kind
from goldenthread.indicators.protection.latest import in_interval, with_lost

RULE = "core_group_weeks"


def population(inputs: Inputs) -> ir.Table:
    """Plans open at the last day of each month, with the child's latest core group by then."""
    plans = inputs["cp_plans"].mutate(case=_.cp_plan)
    rows = inputs.open_at_month_ends(plans, start="started_on", end="ended_on")
    groups = inputs["core_groups"]
    groups = groups.filter(groups.held_on.notnull())
    rows = with_latest(rows, groups, day="held_on", name="held_on")
    rows = inputs.with_rule(rows, RULE, "last_day", "weeks_allowed")
    rows = with_lost(rows, inputs["core_groups"], "held_on")
    return inputs.with_reach(rows, "core_groups", "known_from")


def outcome(plans: ir.Table) -> ir.StringValue:
    """The latest core group since the plan began lies at most the allowed number of weeks back."""
    allowed = plans.weeks_allowed * 7
    return in_interval(plans, began=plans.started_on, latest=plans.held_on, allowed=allowed)


CORE_GROUPS_IN_TIME = Indicator(
    id="COREGRP_N",
    version=1,
    title="Core groups within the local interval",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those with a core group within the council's own number of weeks",
    denominator="plans open at the last day of the month for longer than that number of weeks",
    unit="children",
    clock="calendar weeks by the council's own rule from one core group to the next; the last day "
    "is in time (K3)",
    needs={
        "cp_plans": ("child", "started_on", "ended_on"),
        "core_groups": ("child", "held_on"),
    },
    population=population,
    outcome=outcome,
    source="a local standard, of four or six weeks in many areas",
    limits="Where the council has set no rule for the day it cannot be worked out. Core groups "
    "that the loads do not reach back to are unknown.",
    rules=(RULE,),
    not_drawn={Drawn.HOLIDAY: "Calendar weeks; a bank holiday counts like any day."},
)

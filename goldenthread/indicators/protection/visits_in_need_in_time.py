"""Children in need whose last visit lies within the council's own interval."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.inputs import Inputs, with_latest
from goldenthread.indicators.kinds import CANNOT, Better, Drawn, Indicator, Kind
from goldenthread.indicators.protection.in_need import in_need_only
from goldenthread.indicators.protection.latest import in_interval, with_lost

RULE = "cin_visit_days"


def population(inputs: Inputs) -> ir.Table:
    """Children in need on no plan and not in care at month ends, with the latest visit by then.

    A visit at which the child was not seen is none.
    """
    visits = inputs["cin_visits"]
    visits = visits.filter(visits.visited_on.notnull() & visits.seen.fill_null(True))
    rows = with_latest(in_need_only(inputs), visits, day="visited_on", name="visited_on")
    rows = inputs.with_rule(rows, RULE, "last_day", "days_allowed")
    rows = with_lost(rows, inputs["cin_visits"], "visited_on")
    return inputs.with_reach(rows, "cin_visits", "known_from")


def outcome(rows: ir.Table) -> ir.StringValue:
    """The latest visit since the referral lies at most the allowed number of days back."""
    visited = in_interval(
        rows, began=rows.referral_date, latest=rows.visited_on, allowed=rows.days_allowed
    )
    return ibis.cases(((rows.elsewhere == 0).fill_null(False), CANNOT), else_=visited)


VISITS_IN_NEED_IN_TIME = Indicator(
    id="CIN_VISIT",
    version=1,
    title="Visits to children in need within the local standard",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those with a visit within the council's own number of days",
    denominator="children in need at the last day of the month, on no child protection plan and "
    "not in care, referred more than that number of days before",
    unit="children",
    clock="calendar days by the council's own rule; the day of the visit is day 0 (K6)",
    needs={
        "referrals": ("child", "referral_date", "closed_on"),
        "cp_plans": ("child", "started_on", "ended_on"),
        "care_episodes": ("child", "started_on", "ended_on"),
        "cin_visits": ("child", "visited_on"),
    },
    population=population,
    outcome=outcome,
    source="a local standard; there is no national number of days; Annex A list 6, 'Date child was "
    "last seen'",
    limits="Where the council has set no rule for the day it cannot be worked out. A visit at "
    "which the child was not seen is none. Visits that the loads do not reach back to are unknown.",
    rules=(RULE,),
    not_drawn={
        Drawn.HOLIDAY: "Calendar days; a council that counts working days sets them as days.",
    },
)

"""Children on a child protection plan who were seen alone at the last visit."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.inputs import Inputs, is_unreadable, only_first
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, Better, Drawn, Indicator, Kind


def population(inputs: Inputs) -> ir.Table:
    """Plans open on the day of the figures, each with the child's latest visit since it began."""
    plans = inputs["cp_plans"]
    is_open = plans.ended_on.isnull() & ~is_unreadable(plans, "ended_on")
    plans = plans.filter(is_open & plans.started_on.notnull())
    visits = inputs["cp_visits"].select(
        of_authority="authority",
        of_child="child",
        visit="visit",
        visited_on="visited_on",
        seen_alone="seen_alone",
    )
    joined = plans.join(
        visits,
        [
            plans.authority == visits.of_authority,
            plans.child == visits.of_child,
            plans.started_on <= visits.visited_on,
        ],
    )
    joined = joined.mutate(days_back=visits_back(joined), month=inputs.month_of_figures())
    latest = only_first(joined, of=("authority", "cp_plan"), by=("days_back", "visit"))
    return latest.mutate(case=latest.cp_plan)


def visits_back(visits: ir.Table) -> ir.IntegerValue:
    """How far back a visit lies from a fixed day, so that the latest comes first."""
    return ibis.date("2100-01-01").delta(visits.visited_on, unit="day")


def outcome(plans: ir.Table) -> ir.StringValue:
    """The latest visit says that the child was seen alone; where it says nothing, nobody knows."""
    return ibis.cases((plans.seen_alone.isnull(), CANNOT), (plans.seen_alone, MET), else_=NOT_MET)


SEEN_ALONE = Indicator(
    id="CPV_ALONE",
    version=1,
    title="Children on a plan seen alone at the last visit",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those whose latest visit says that the child was seen alone",
    denominator="plans open on the day of the figures with a visit since they began",
    unit="children",
    clock="none",
    needs={
        "cp_plans": ("child", "started_on", "ended_on"),
        "cp_visits": ("child", "visited_on", "seen_alone"),
    },
    population=population,
    outcome=outcome,
    source="local; Annex A list 7, 'Was the child seen alone?'",
    limits="Of the day of the figures only, since Annex A tells the latest visit. A child too "
    "young to be seen alone is counted like any other unless the extract leaves the answer empty.",
    not_drawn={
        Drawn.BOUNDARY: "No limit of days is asked for.",
        Drawn.HOLIDAY: "No days are counted.",
    },
)

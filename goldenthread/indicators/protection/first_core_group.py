"""Child protection plans whose first core group met within 10 working days."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs, is_unreadable
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, RECENT, Better, Indicator, Kind
from goldenthread.indicators.protection.core_groups import of_plans

WORKING_DAYS = 10


def population(inputs: Inputs) -> ir.Table:
    """Plans begun in the months, with the working days to the first core group and to now.

    One that ended before its ten working days had passed, without a core group, asked for none.
    """
    plans = inputs["cp_plans"].mutate(case=_.cp_plan)
    begun = of_plans(inputs, inputs.counted_in_month_of(plans, "started_on"))
    until = ibis.literal(inputs.span.as_at)
    begun = begun.mutate(as_at=until, over_on=ibis.coalesce(begun.ended_on, until))
    begun = inputs.with_working_days(begun, start="started_on", stop="as_at", name="passed")
    begun = inputs.with_working_days(begun, start="started_on", stop="over_on", name="lasted")
    begun = inputs.with_working_days(
        begun, start="started_on", stop="first_held_on", name="working_days"
    )
    short = begun.first_held_on.isnull() & begun.ended_on.notnull() & (begun.lasted < WORKING_DAYS)
    begun = begun.filter(~short.fill_null(False))
    return inputs.with_reach(begun, "core_groups", "known_from")


def outcome(plans: ir.Table) -> ir.StringValue:
    """At most 10 working days after the conference, which is on the plan's first day: day 0."""
    in_time = plans.working_days <= WORKING_DAYS
    end_lost = plans.ended_on.isnull() & is_unreadable(plans, "ended_on")
    before = (plans.started_on < plans.known_from).fill_null(False)
    unknown = (plans.lost > 0).fill_null(False) | end_lost | before
    return ibis.cases(
        (plans.month.isnull() | plans.passed.isnull(), CANNOT),
        (plans.passed < WORKING_DAYS, RECENT),
        (in_time.fill_null(False), MET),
        (unknown, CANNOT),
        else_=NOT_MET,
    )


FIRST_CORE_GROUP = Indicator(
    id="COREGRP_1",
    version=1,
    title="First core group within 10 working days",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those whose first core group met within 10 working days of the conference",
    denominator="child protection plans begun in the month, 10 working days ago or earlier",
    unit="children",
    clock="working days in England and Wales from the conference, which is day 0; day 10 is in "
    "time (K1)",
    needs={
        "cp_plans": ("child", "started_on", "ended_on"),
        "core_groups": ("child", "held_on"),
    },
    population=population,
    outcome=outcome,
    source="Working Together to Safeguard Children: the first core group within 10 working days of "
    "the initial conference",
    limits="The plan begins on the day of its conference. A plan that ended within those days "
    "without a core group is not counted.",
)

"""Strategy meeting minutes sent in time."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs, is_unreadable
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, OPEN, Better, Indicator, Kind

RULE = "strategy_minutes_working_days"


def population(inputs: Inputs) -> ir.Table:
    """Strategy meetings held in the months."""
    meetings = inputs["strategy_meetings"].mutate(case=_.strategy_meeting)
    counted = inputs.counted_in_month_of(meetings, "held_on")
    counted = inputs.with_rule(counted, RULE, "held_on", "allowed")
    counted = counted.mutate(as_at=ibis.literal(inputs.span.as_at))
    counted = inputs.with_working_days(
        counted, start="held_on", stop="minutes_sent_on", name="working_days"
    )
    return inputs.with_working_days(counted, start="held_on", stop="as_at", name="passed")


def outcome(cases: ir.Table) -> ir.StringValue:
    """Sent within the number of days; not sent yet is open until they have passed."""
    unsent = cases.minutes_sent_on.isnull() & ~is_unreadable(cases, "minutes_sent_on")
    return ibis.cases(
        (cases.month.isnull() | cases.allowed.isnull(), CANNOT),
        (unsent & cases.passed.isnull(), CANNOT),
        (unsent & (cases.passed <= cases.allowed), OPEN),
        (unsent, NOT_MET),
        (cases.working_days.isnull(), CANNOT),
        (cases.working_days <= cases.allowed, MET),
        else_=NOT_MET,
    )


STRATEGY_MINUTES = Indicator(
    id="STRAT_MINS",
    version=1,
    title="Strategy meeting minutes sent in time",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator=(
        "of these, those whose minutes were sent within the council's own number of working days"
    ),
    denominator="strategy meetings held in the month",
    unit="occasions",
    clock=(
        "working days in England and Wales by the council's own rule; the day of the "
        "meeting is day 0 (K1)"
    ),
    needs={"strategy_meetings": ("held_on", "minutes_sent_on")},
    population=population,
    outcome=outcome,
    source="a local standard",
    limits=("The council sets the number of days; without it nothing is worked out."),
    rules=("strategy_minutes_working_days",),
)

"""Minutes of initial conferences sent in time."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs, is_unreadable
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, RECENT, Better, Indicator, Kind

RULE = "conference_minutes_working_days"


def population(inputs: Inputs) -> ir.Table:
    """Initial conferences held in the months, with the working days until the minutes went out."""
    conferences = inputs["conferences"].mutate(case=_.conference)
    held = inputs.counted_in_month_of(conferences, "held_on")
    held = inputs.with_rule(held, RULE, "held_on", "days_allowed")
    held = held.mutate(as_at=ibis.literal(inputs.span.as_at))
    held = inputs.with_working_days(held, start="held_on", stop="as_at", name="passed")
    return inputs.with_working_days(
        held, start="held_on", stop="minutes_sent_on", name="working_days"
    )


def outcome(held: ir.Table) -> ir.StringValue:
    """They went out at most the allowed number of working days after; until then it is too recent."""
    unsent = held.minutes_sent_on.isnull() & ~is_unreadable(held, "minutes_sent_on")
    return ibis.cases(
        (held.month.isnull() | held.days_allowed.isnull() | held.passed.isnull(), CANNOT),
        (held.passed <= held.days_allowed, RECENT),
        (unsent, NOT_MET),
        (held.working_days.isnull(), CANNOT),
        (held.working_days <= held.days_allowed, MET),
        else_=NOT_MET,
    )


CONFERENCE_MINUTES = Indicator(
    id="CP_MINUTES",
    version=1,
    title="Conference minutes sent within the local standard",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those whose minutes went out within the council's own number of working "
    "days",
    denominator="initial child protection conferences held in the month for which that number of "
    "days has passed",
    unit="occasions",
    clock="working days in England and Wales by the council's own rule; the day of the conference "
    "is day 0 (K1)",
    needs={"conferences": ("child", "held_on", "minutes_sent_on")},
    population=population,
    outcome=outcome,
    source="a local standard; councils have 15 days or a month for the record",
    limits="Where the council has set no rule for the day of the conference it cannot be worked "
    "out. A council that counts in months or calendar days sets them as working days. The children "
    "of one meeting are counted each; review conferences are not.",
    rules=(RULE,),
)

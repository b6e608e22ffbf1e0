"""Disputes of reviewing officers settled within 20 working days."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs, is_unreadable
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, OPEN, Better, Indicator, Kind

WORKING_DAYS = 20


def population(inputs: Inputs) -> ir.Table:
    """Formal disputes raised in the month."""
    told = inputs["disputes"].mutate(case=_.dispute, team=ibis.null("string"))
    counted = inputs.counted_in_month_of(told, "raised_on")
    counted = counted.mutate(as_at=ibis.literal(inputs.span.as_at))
    counted = inputs.with_working_days(
        counted, start="raised_on", stop="settled_on", name="working_days", calendar="working"
    )
    return inputs.with_working_days(
        counted, start="raised_on", stop="as_at", name="passed", calendar="working"
    )


def outcome(cases: ir.Table) -> ir.StringValue:
    """Within 20 working days; one that waits is open until they have passed."""
    waits = cases.settled_on.isnull() & ~is_unreadable(cases, "settled_on")
    return ibis.cases(
        (cases.month.isnull(), CANNOT),
        (waits & cases.passed.isnull(), CANNOT),
        (waits & (cases.passed <= WORKING_DAYS), OPEN),
        (waits, NOT_MET),
        (cases.working_days.isnull(), CANNOT),
        (cases.working_days <= WORKING_DAYS, MET),
        else_=NOT_MET,
    )


DISPUTES_SETTLED = Indicator(
    id="DISPUTE_20WD",
    version=1,
    title="Disputes of reviewing officers settled within 20 working days",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those settled within 20 working days",
    denominator="formal disputes raised in the month",
    unit="occasions",
    clock=("working days in England and Wales; the day on which it was raised is day 0 (K1)"),
    needs={"disputes": ("child", "raised_on", "settled_on")},
    population=population,
    outcome=outcome,
    source="IRO Handbook, 6.2: 20 working days in all",
    limits="The clocks of its stages are local and are not asked.",
)

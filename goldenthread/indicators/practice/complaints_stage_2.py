"""Stage 2 investigations on time."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs, is_unreadable
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, OPEN, Better, Indicator, Kind

WORKING_DAYS = 25
STAGE = "2"


def population(inputs: Inputs) -> ir.Table:
    """Stage 2 complaints received in the month."""
    told = inputs["complaints"].mutate(case=_.complaint, child=ibis.null("string"))
    told = told.filter((told.stage == STAGE).fill_null(False))
    counted = inputs.counted_in_month_of(told, "received_on")
    counted = counted.mutate(as_at=ibis.literal(inputs.span.as_at))
    counted = inputs.with_working_days(
        counted, start="received_on", stop="answered_on", name="working_days", calendar="complaints"
    )
    return inputs.with_working_days(
        counted, start="received_on", stop="as_at", name="passed", calendar="complaints"
    )


def outcome(cases: ir.Table) -> ir.StringValue:
    """Within 25 working days; one that waits is open until they have passed."""
    waits = cases.answered_on.isnull() & ~is_unreadable(cases, "answered_on")
    return ibis.cases(
        (cases.month.isnull(), CANNOT),
        (waits & cases.passed.isnull(), CANNOT),
        (waits & (cases.passed <= WORKING_DAYS), OPEN),
        (waits, NOT_MET),
        (cases.working_days.isnull(), CANNOT),
        (cases.working_days <= WORKING_DAYS, MET),
        else_=NOT_MET,
    )


COMPLAINTS_STAGE_2 = Indicator(
    id="COMP_S2",
    version=1,
    title="Stage 2 investigations on time",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those completed within 25 working days",
    denominator="stage 2 complaints received in the month",
    unit="occasions",
    clock=(
        "working days under SI 2006/1738, which names Boxing Day too; the day of receipt "
        "is day 0 (K1)"
    ),
    needs={"complaints": ("stage", "received_on", "answered_on")},
    population=population,
    outcome=outcome,
    source=(
        "Children Act 1989 Representations Procedure (England) Regulations 2006, SI "
        "2006/1738, reg 17"
    ),
    limits=(
        "The extension to 65 working days is not in the extract: one completed after day "
        "25 is late."
    ),
)

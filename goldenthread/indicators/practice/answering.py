"""What comes in and is to be answered within working days: complaints and disputes."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.inputs import Inputs, is_unreadable
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, OPEN


def waiting_and_answered(
    inputs: Inputs, told: ir.Table, *, came: str, answered: str, calendar: str = "working"
) -> ir.Table:
    """What came in the months, with `working_days` until the answer and `passed` until now.

    `waits` says that there is no answer yet.
    """
    waits = told[answered].isnull() & ~is_unreadable(told, answered)
    counted = inputs.counted_in_month_of(told.mutate(waits=waits), came)
    counted = counted.mutate(as_at=ibis.literal(inputs.span.as_at))
    counted = inputs.with_working_days(
        counted, start=came, stop=answered, name="working_days", calendar=calendar
    )
    return inputs.with_working_days(
        counted, start=came, stop="as_at", name="passed", calendar=calendar
    )


def within(cases: ir.Table, allowed: ir.IntegerValue | int) -> ir.StringValue:
    """Answered within so many working days; what waits is open until they have passed."""
    return ibis.cases(
        (cases.month.isnull(), CANNOT),
        (cases.waits & cases.passed.isnull(), CANNOT),
        (cases.waits & (cases.passed <= allowed), OPEN),
        (cases.waits, NOT_MET),
        (cases.working_days.isnull(), CANNOT),
        (cases.working_days <= allowed, MET),
        else_=NOT_MET,
    )


def complaints_of_stage(inputs: Inputs, stage: str) -> ir.Table:
    """Complaints of one stage received in the months, counted by the calendar for complaints."""
    told = inputs["complaints"]
    told = told.mutate(case=told.complaint, child=ibis.null("string"))
    told = told.filter((told.stage == stage).fill_null(False))
    return waiting_and_answered(
        inputs, told, came="received_on", answered="answered_on", calendar="complaints"
    )

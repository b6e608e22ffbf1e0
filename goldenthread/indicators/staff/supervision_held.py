"""Supervision held on time."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs, is_unreadable
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, OPEN, Better, Drawn, Indicator, Kind


def population(inputs: Inputs) -> ir.Table:
    """Supervisions due in the months."""
    told = inputs["supervisions"].mutate(case=_.supervision, child=ibis.null("string"))
    due = told.filter((told.due_on <= inputs.span.as_at) | told.due_on.isnull())
    return inputs.counted_in_month_of(due, "due_on").mutate(as_at=ibis.literal(inputs.span.as_at))


def outcome(cases: ir.Table) -> ir.StringValue:
    """Held by the due day."""
    lost = is_unreadable(cases, "held_on")
    return ibis.cases(
        (cases.month.isnull() | lost, CANNOT),
        ((cases.held_on <= cases.due_on).fill_null(False), MET),
        (cases.held_on.isnull() & (cases.due_on >= cases.as_at), OPEN),
        else_=NOT_MET,
    )


SUPERVISION_HELD = Indicator(
    id="SUP_HELD",
    version=1,
    title="Supervision held on time",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those held by the day on which they were due",
    denominator="supervisions due in the month",
    unit="occasions",
    clock="calendar days; the due day is in time",
    needs={"supervisions": ("worker", "due_on", "held_on")},
    population=population,
    outcome=outcome,
    source="a local standard",
    limits="The extract says when each was due.",
    not_drawn={
        Drawn.HOLIDAY: "The extract gives the due day.",
        Drawn.REPEAT: "It is not about children.",
    },
)

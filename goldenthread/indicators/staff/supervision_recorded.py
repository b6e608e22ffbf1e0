"""Supervision recorded on the file."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, Better, Drawn, Indicator, Kind


def population(inputs: Inputs) -> ir.Table:
    """Supervisions held in the months."""
    told = inputs["supervisions"].mutate(case=_.supervision, child=ibis.null("string"))
    return inputs.counted_in_month_of(told, "held_on")


def outcome(cases: ir.Table) -> ir.StringValue:
    """What the extract says; where it says nothing, nobody knows."""
    return ibis.cases(
        (cases.month.isnull() | cases.recorded.isnull(), CANNOT),
        (cases.recorded, MET),
        else_=NOT_MET,
    )


SUPERVISION_RECORDED = Indicator(
    id="SUP_RECORDED",
    version=1,
    title="Supervision recorded on the file",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those recorded on the child's file",
    denominator="supervisions held in the month",
    unit="occasions",
    clock="none",
    needs={"supervisions": ("worker", "held_on", "recorded")},
    population=population,
    outcome=outcome,
    source="a local standard",
    limits=(
        "The extract says whether it was recorded within the local time; the day is not carried."
    ),
    not_drawn={
        Drawn.BOUNDARY: "No days are counted.",
        Drawn.HOLIDAY: "No days are counted.",
        Drawn.NO_START: "It is counted by its one day.",
        Drawn.REPEAT: "It is not about children.",
        Drawn.OPEN: "One that was held is over.",
    },
)

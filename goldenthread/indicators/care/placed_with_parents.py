"""Placed with parents."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.care.periods import placed_on_last_day
from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, Better, Drawn, Indicator, Kind

WITH_PARENTS = "P1"


def population(inputs: Inputs) -> ir.Table:
    """Children in care on the last day of each month, with their placement."""
    return placed_on_last_day(inputs)


def outcome(cases: ir.Table) -> ir.StringValue:
    """The placement of the day is with a parent."""
    return ibis.cases(
        (cases.month.isnull() | cases.placement_type.isnull(), CANNOT),
        (cases.placement_type == WITH_PARENTS, MET),
        else_=NOT_MET,
    )


PLACED_WITH_PARENTS = Indicator(
    id="CLA_PWP",
    version=1,
    title="Placed with parents",
    kind=Kind.SHARE,
    better=Better.NEITHER,
    numerator="of these, those placed with a parent (P1)",
    denominator="children looked after on the last day of the month",
    unit="children",
    clock="none",
    needs={
        "care_episodes": ("child", "started_on", "ended_on"),
        "placements": ("child", "started_on", "placement_type"),
    },
    population=population,
    outcome=outcome,
    source="DfE, SSDA903 Episodes, PLACE P1",
    limits=("For context; how long a care order has run at home is another question."),
    not_drawn={
        Drawn.BOUNDARY: "No days are counted.",
        Drawn.HOLIDAY: "No days are counted.",
    },
)

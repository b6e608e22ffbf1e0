"""Placed more than 20 miles from home."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.care.periods import placed_on_last_day
from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, Better, Drawn, Indicator, Kind

MILES = 20


def population(inputs: Inputs) -> ir.Table:
    """Children in care on the last day of each month, with the distance of their placement."""
    return placed_on_last_day(inputs)


def outcome(cases: ir.Table) -> ir.StringValue:
    """Further than 20 miles; an unknown distance is told apart."""
    return ibis.cases(
        (cases.month.isnull() | cases.miles_from_home.isnull(), CANNOT),
        (cases.miles_from_home > MILES, MET),
        else_=NOT_MET,
    )


FAR_FROM_HOME = Indicator(
    id="PLACE_20M",
    version=1,
    title="Placed more than 20 miles from home",
    kind=Kind.SHARE,
    better=Better.LOWER,
    numerator="of these, those placed more than 20 miles from home",
    denominator=("children looked after on the last day of the month whose distance is known"),
    unit="children",
    clock="none",
    needs={
        "care_episodes": ("child", "started_on", "ended_on"),
        "placements": ("child", "started_on", "miles_from_home"),
    },
    population=population,
    outcome=outcome,
    source="DfE, SSDA903, distance from home to placement",
    limits=(
        "Worked out from postcodes, which are not kept here: the extract must carry the distance."
    ),
    not_drawn={
        Drawn.HOLIDAY: "No days are counted.",
    },
)

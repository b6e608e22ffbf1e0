"""Placed more than 20 miles from home."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.care.periods import in_care
from goldenthread.indicators.inputs import Inputs, only_first
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, Better, Drawn, Indicator, Kind

MILES = 20


def population(inputs: Inputs) -> ir.Table:
    """Children in care on the last day of each month, with the distance of their placement."""
    rows = in_care(inputs)
    placements = inputs["placements"]
    placed = placements.select(
        of_authority="authority",
        of_child="child",
        placement="placement",
        placed_on="started_on",
        until="ended_on",
        miles="miles_from_home",
    )
    joined = rows.left_join(
        placed,
        [
            rows.authority == placed.of_authority,
            rows.child == placed.of_child,
            placed.placed_on <= rows.last_day,
            placed.until.isnull() | (placed.until > rows.last_day),
        ],
    )
    return only_first(
        joined.drop("of_authority", "of_child"),
        of=("authority", "case", "month"),
        by=("placed_on", "placement"),
    )


def outcome(cases: ir.Table) -> ir.StringValue:
    """Further than 20 miles; an unknown distance is told apart."""
    return ibis.cases(
        (cases.month.isnull() | cases.miles.isnull(), CANNOT),
        (cases.miles > MILES, MET),
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

"""Children looked after."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.care.periods import in_care
from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import CANNOT, MET, Better, Drawn, Indicator, Kind


def population(inputs: Inputs) -> ir.Table:
    """Children in care on the last day of each month."""
    return in_care(inputs)


def outcome(children: ir.Table) -> ir.StringValue:
    """Each counts."""
    return ibis.cases((children.month.isnull(), CANNOT), else_=MET)


IN_CARE_RATE = Indicator(
    id="CLA_RATE",
    version=1,
    title="Children looked after",
    kind=Kind.COUNT,
    better=Better.NEITHER,
    numerator="children looked after on the last day of the month; short breaks are left out",
    denominator="children aged 0 to 17 in the area, for the rate",
    unit="children",
    clock="in care if the period began by the day and did not end by it",
    needs={"care_episodes": ("child", "started_on", "ended_on")},
    population=population,
    outcome=outcome,
    source="DfE, SSDA903 (DECOM, DEC); children looked after, table LAA; Annex A list 8",
    limits="A child under an agreed series of short breaks (V3, V4) is not counted.",
    not_drawn={Drawn.HOLIDAY: "A day is a day; a bank holiday counts like any other."},
    rules=("population_0_17",),
    rate=True,
)

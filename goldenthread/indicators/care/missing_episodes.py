"""Missing incidents."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import CANNOT, MET, Better, Drawn, Indicator, Kind

AWAY = "A"


def population(inputs: Inputs) -> ir.Table:
    """Times that a child went missing in the months; being away without leave is another thing."""
    missing = inputs["missing_episodes"].mutate(case=_.missing_episode, team=ibis.null("string"))
    missing = missing.filter((missing.missing_type != AWAY).fill_null(True))
    return inputs.counted_in_month_of(missing, "started_on")


def outcome(cases: ir.Table) -> ir.StringValue:
    """Each counts."""
    return ibis.cases((cases.month.isnull(), CANNOT), else_=MET)


MISSING_EPISODES = Indicator(
    id="MISSING",
    version=1,
    title="Missing incidents",
    kind=Kind.COUNT,
    better=Better.NEITHER,
    numerator="times that a child in care went missing in the month",
    denominator="children aged 0 to 17 in the area, for the rate",
    unit="occasions",
    clock="none",
    needs={"missing_episodes": ("child", "started_on", "missing_type")},
    population=population,
    outcome=outcome,
    source="DfE, SSDA903 Missing (MIS_START, MIS_END)",
    limits=(
        "DfE warns that councils cannot be compared. One that began before the month is "
        "counted in its own."
    ),
    not_drawn={
        Drawn.BOUNDARY: "No days are counted.",
        Drawn.HOLIDAY: "No days are counted.",
        Drawn.OPEN: "Whether the child is back is not asked.",
    },
    rules=("population_0_17",),
    rate=True,
)

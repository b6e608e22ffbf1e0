"""Early help assessments begun."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import CANNOT, MET, Better, Drawn, Indicator, Kind


def population(inputs: Inputs) -> ir.Table:
    """Episodes begun in the months."""
    episodes = inputs["early_help"].mutate(case=_.episode, team=ibis.null("string"))
    return inputs.counted_in_month_of(episodes, "started_on")


def outcome(cases: ir.Table) -> ir.StringValue:
    """Each counts."""
    return ibis.cases((cases.month.isnull(), CANNOT), else_=MET)


EARLY_HELP_BEGUN = Indicator(
    id="EHA_VOL",
    version=1,
    title="Early help assessments begun",
    kind=Kind.COUNT,
    better=Better.NEITHER,
    numerator="episodes of early help begun in the month",
    denominator="children aged 0 to 17 in the area, for the rate",
    unit="occasions",
    clock="none",
    needs={"early_help": ("child", "started_on")},
    population=population,
    outcome=outcome,
    source="Ofsted, Annex A list 2; there is no statutory clock",
    limits="There is no agreed national way of recording early help.",
    not_drawn={
        Drawn.BOUNDARY: "No days are counted.",
        Drawn.HOLIDAY: "No days are counted.",
        Drawn.NO_START: "It is counted by its first day.",
        Drawn.OPEN: "Whether it goes on is not asked.",
    },
    rules=("population_0_17",),
    rate=True,
)

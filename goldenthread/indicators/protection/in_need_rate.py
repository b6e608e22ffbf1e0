"""Children in need."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import CANNOT, MET, Better, Drawn, Indicator, Kind
from goldenthread.indicators.protection.in_need import open_episodes


def population(inputs: Inputs) -> ir.Table:
    """Episodes of need open at the last day of each month."""
    return open_episodes(inputs)


def outcome(episodes: ir.Table) -> ir.StringValue:
    """Each counts."""
    return ibis.cases((episodes.month.isnull(), CANNOT), else_=MET)


IN_NEED_RATE = Indicator(
    id="CIN_RATE",
    version=1,
    title="Children in need",
    kind=Kind.COUNT,
    better=Better.NEITHER,
    numerator="episodes of need open at the last day of the month",
    denominator="children aged 0 to 17 in the area, for the rate",
    unit="children",
    clock="open if it began by the day and was not closed by it",
    needs={"referrals": ("child", "referral_date", "closed_on")},
    population=population,
    outcome=outcome,
    source="DfE, children in need census, children in need at 31 March (N00100, N00102)",
    limits="As DfE counts: children on a protection plan, in care and leaving care are among them; "
    "a referral closed without further action is not. A child with two open episodes is counted "
    "twice.",
    not_drawn={
        Drawn.HOLIDAY: "A day is a day; a bank holiday counts like any other.",
        Drawn.REPEAT: "An episode before this one is not asked for.",
    },
    rules=("population_0_17",),
    rate=True,
)

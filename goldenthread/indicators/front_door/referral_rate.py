"""Referrals."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import CANNOT, MET, Better, Drawn, Indicator, Kind


def population(inputs: Inputs) -> ir.Table:
    """Referrals received in the months."""
    referrals = inputs["referrals"].mutate(case=_.referral)
    return inputs.counted_in_month_of(referrals, "referral_date")


def outcome(cases: ir.Table) -> ir.StringValue:
    """Each counts."""
    return ibis.cases((cases.month.isnull(), CANNOT), else_=MET)


REFERRAL_RATE = Indicator(
    id="REF_RATE",
    version=1,
    title="Referrals",
    kind=Kind.COUNT,
    better=Better.NEITHER,
    numerator="referrals received in the month",
    denominator="children aged 0 to 17 in the area, for the rate",
    unit="occasions",
    clock="none",
    needs={"referrals": ("child", "referral_date")},
    population=population,
    outcome=outcome,
    source="DfE, children in need census (N00100); Annex A list 3",
    limits="The rate is of the month; twelve of them make that of a year.",
    not_drawn={
        Drawn.BOUNDARY: "No days are counted.",
        Drawn.HOLIDAY: "No days are counted.",
        Drawn.NO_START: "A referral has one day only.",
        Drawn.OPEN: "The end of a referral is not asked for.",
    },
    rules=("population_0_17",),
    rate=True,
)

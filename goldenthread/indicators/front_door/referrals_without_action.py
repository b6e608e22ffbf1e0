"""Referrals closed with no further action."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, Better, Drawn, Indicator, Kind


def population(inputs: Inputs) -> ir.Table:
    """Referrals received in the months."""
    referrals = inputs["referrals"].mutate(case=_.referral)
    return inputs.counted_in_month_of(referrals, "referral_date")


def outcome(cases: ir.Table) -> ir.StringValue:
    """What the record says; where it says nothing, nobody knows."""
    return ibis.cases(
        (cases.month.isnull() | cases.no_further_action.isnull(), CANNOT),
        (cases.no_further_action, MET),
        else_=NOT_MET,
    )


REFERRALS_WITHOUT_ACTION = Indicator(
    id="REF_NFA",
    version=1,
    title="Referrals closed with no further action",
    kind=Kind.SHARE,
    better=Better.NEITHER,
    numerator="of these, those with no further action",
    denominator="referrals received in the month",
    unit="occasions",
    clock="none",
    needs={"referrals": ("child", "referral_date", "no_further_action")},
    population=population,
    outcome=outcome,
    source="DfE, children in need census (N00112); Annex A list 3",
    limits="For context: neither many nor few are good in themselves.",
    not_drawn={
        Drawn.BOUNDARY: "No days are counted.",
        Drawn.HOLIDAY: "No days are counted.",
        Drawn.OPEN: "The end of a referral is not asked for.",
    },
)

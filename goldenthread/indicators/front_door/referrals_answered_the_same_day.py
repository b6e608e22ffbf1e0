"""Referrals responded to the same day."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs, is_unreadable
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, OPEN, Better, Drawn, Indicator, Kind


def population(inputs: Inputs) -> ir.Table:
    """Referrals received in the months."""
    referrals = inputs["referrals"].mutate(case=_.referral)
    return inputs.counted_in_month_of(referrals, "referral_date")


def outcome(cases: ir.Table) -> ir.StringValue:
    """Decided on the day itself; without a decision it is open."""
    undecided = cases.decision_date.isnull() & ~is_unreadable(cases, "decision_date")
    return ibis.cases(
        (cases.month.isnull(), CANNOT),
        (undecided, OPEN),
        (cases.decision_date.isnull() | (cases.decision_date < cases.referral_date), CANNOT),
        (cases.decision_date == cases.referral_date, MET),
        else_=NOT_MET,
    )


REFERRALS_ANSWERED_THE_SAME_DAY = Indicator(
    id="REF_SAMEDAY",
    version=1,
    title="Referrals responded to the same day",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those with a decision on the day of receipt",
    denominator="referrals received in the month",
    unit="occasions",
    clock="the same calendar day",
    needs={"referrals": ("child", "referral_date", "decision_date")},
    population=population,
    outcome=outcome,
    source="a local measure",
    limits=("A referral that came out of hours is counted on the day that was recorded."),
    not_drawn={
        Drawn.HOLIDAY: "The same day is the same day, bank holiday or not.",
    },
)

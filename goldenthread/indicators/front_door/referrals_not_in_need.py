"""Referrals assessed and found not in need."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs, is_unreadable
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, OPEN, Better, Drawn, Indicator, Kind

NOT_IN_NEED = ("RC8", "RC9")


def population(inputs: Inputs) -> ir.Table:
    """Referrals received in the months, with how many assessments each had."""
    referrals = inputs["referrals"].mutate(case=_.referral)
    counted = inputs.counted_in_month_of(referrals, "referral_date")
    assessments = inputs["assessments"]
    found = assessments.group_by(["authority", "referral"]).aggregate(
        assessments=assessments.count()
    )
    found = found.select(on_authority="authority", on_case="referral", assessments="assessments")
    counted = counted.left_join(
        found, [counted.authority == found.on_authority, counted.case == found.on_case]
    )
    return counted.drop("on_authority", "on_case")


def outcome(cases: ir.Table) -> ir.StringValue:
    """Closed with reason RC8 or RC9 and an assessment; one that is open may still be."""
    found = cases.close_reason.isin(NOT_IN_NEED) & (cases.assessments.fill_null(0) > 0)
    return ibis.cases(
        (cases.month.isnull() | is_unreadable(cases, "close_reason"), CANNOT),
        (found.fill_null(False), MET),
        (cases.closed_on.isnull() & ~cases.no_further_action.fill_null(False), OPEN),
        else_=NOT_MET,
    )


REFERRALS_NOT_IN_NEED = Indicator(
    id="ASMT_NOTINNEED",
    version=1,
    title="Referrals assessed and found not in need",
    kind=Kind.SHARE,
    better=Better.NEITHER,
    numerator="of these, those closed after an assessment as not in need",
    denominator="referrals received in the month",
    unit="occasions",
    clock="none",
    needs={
        "referrals": ("child", "referral_date", "closed_on", "close_reason"),
        "assessments": ("child", "referral"),
    },
    population=population,
    outcome=outcome,
    source="DfE, children in need census, measure C1 (N00103)",
    limits="For context. Referrals of the last months are mostly open.",
    not_drawn={
        Drawn.BOUNDARY: "No days are counted.",
        Drawn.HOLIDAY: "No days are counted.",
    },
)

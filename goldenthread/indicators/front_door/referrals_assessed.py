"""Referrals that led to an assessment."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs, days_between
from goldenthread.indicators.kinds import (
    CANNOT,
    MET,
    NOT_MET,
    RECENT,
    Better,
    Drawn,
    Indicator,
    Kind,
)

DAYS_TO_WAIT = 45


def population(inputs: Inputs) -> ir.Table:
    """Referrals received in the months, with how many assessments followed."""
    referrals = inputs["referrals"].mutate(case=_.referral)
    counted = inputs.counted_in_month_of(referrals, "referral_date")
    begun = inputs["assessments"].select(
        of_authority="authority", of_child="child", of_referral="referral", begun_on="started_on"
    )
    joined = counted.select("authority", "child", "case", "referral_date").join(
        begun,
        [
            _.authority == begun.of_authority,
            _.child == begun.of_child,
            begun.begun_on >= _.referral_date,
            begun.of_referral.isnull() | (begun.of_referral == _.case),
        ],
    )
    found = joined.group_by(["authority", "case"]).aggregate(assessments=joined.count())
    found = found.select(on_authority="authority", on_case="case", assessments="assessments")
    counted = counted.left_join(
        found, [counted.authority == found.on_authority, counted.case == found.on_case]
    )
    return counted.drop("on_authority", "on_case").mutate(as_at=ibis.literal(inputs.span.as_at))


def outcome(cases: ir.Table) -> ir.StringValue:
    """An assessment began on the day of the referral or later."""
    waits = days_between(cases.referral_date, cases.as_at) < DAYS_TO_WAIT
    return ibis.cases(
        (cases.month.isnull(), CANNOT),
        (cases.assessments.fill_null(0) > 0, MET),
        (waits, RECENT),
        else_=NOT_MET,
    )


REFERRALS_ASSESSED = Indicator(
    id="REF_ASMT_CONV",
    version=1,
    title="Referrals that led to an assessment",
    kind=Kind.SHARE,
    better=Better.NEITHER,
    numerator="of these, those with an assessment begun on or after the day",
    denominator="referrals received in the month",
    unit="occasions",
    clock=("a referral of the last 45 calendar days without an assessment is too recent"),
    needs={"referrals": ("child", "referral_date"), "assessments": ("child", "started_on")},
    population=population,
    outcome=outcome,
    source="a local measure; CIN census N00100, N00159",
    limits=("Where assessments name no referral, any later one of the child counts."),
    not_drawn={
        Drawn.HOLIDAY: "Calendar days or months; a bank holiday counts like any day.",
    },
)

"""Assessments completed within 45 working days of the referral."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.front_door.assessments_in_time import authorised_or_open
from goldenthread.indicators.inputs import Inputs, is_unreadable
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, OPEN, Better, Indicator, Kind

WORKING_DAYS = 45


def population(inputs: Inputs) -> ir.Table:
    """Assessments authorised in the months with their referral, and those that are open now."""
    assessments = authorised_or_open(inputs)
    referrals = inputs["referrals"].select(
        of_authority="authority", of_referral="referral", referral_date="referral_date"
    )
    joined = assessments.left_join(
        referrals,
        [
            assessments.authority == referrals.of_authority,
            assessments.referral == referrals.of_referral,
        ],
    )
    return inputs.with_working_days(
        joined, start="referral_date", stop="authorised_on", name="working_days"
    )


def outcome(cases: ir.Table) -> ir.StringValue:
    """At most 45 working days after the referral."""
    is_open = cases.authorised_on.isnull() & ~is_unreadable(cases, "authorised_on")
    return ibis.cases(
        (is_open, OPEN),
        (cases.working_days.isnull(), CANNOT),
        (cases.working_days <= WORKING_DAYS, MET),
        else_=NOT_MET,
    )


ASSESSMENTS_IN_TIME_OF_REFERRAL = Indicator(
    id="ASMT_45_REF",
    version=1,
    title="Assessments completed within 45 working days of the referral",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those authorised within 45 working days of the referral",
    denominator="assessments authorised in the month",
    unit="occasions",
    clock=(
        "working days in England and Wales; the day of the referral is day 0, day 45 is "
        "in time (K1)"
    ),
    needs={
        "assessments": ("child", "started_on", "authorised_on", "referral"),
        "referrals": ("referral_date",),
    },
    population=population,
    outcome=outcome,
    source=(
        "Working Together to Safeguard Children: 45 working days from the day of "
        "referral; N00100, N00160"
    ),
    limits=(
        "Every assessment of an episode is counted from its one referral, a second one "
        "too. Annex A names no referral."
    ),
)

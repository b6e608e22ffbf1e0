"""Assessments completed within 45 working days, counted from their own first day."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs, is_unreadable
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, OPEN, Better, Indicator, Kind

WORKING_DAYS = 45


def population(inputs: Inputs) -> ir.Table:
    """Assessments authorised in the months, and those that are open now."""
    counted = authorised_or_open(inputs)
    return inputs.with_working_days(
        counted, start="started_on", stop="authorised_on", name="working_days"
    )


def authorised_or_open(inputs: Inputs) -> ir.Table:
    """Assessments authorised in the months; open ones stand in the month of the figures."""
    assessments = inputs["assessments"].mutate(case=_.assessment)
    is_open = assessments.authorised_on.isnull() & ~is_unreadable(assessments, "authorised_on")
    done = inputs.counted_in_month_of(assessments, "authorised_on")
    still_open = assessments.filter(is_open).mutate(month=inputs.month_of_figures())
    return done.union(still_open)


def outcome(assessments: ir.Table) -> ir.StringValue:
    """At most 45 working days, the first day being day 0; an open one is none of the two."""
    is_open = assessments.authorised_on.isnull() & ~is_unreadable(assessments, "authorised_on")
    days = assessments.working_days
    return ibis.cases(
        (is_open, OPEN),
        (days.isnull(), CANNOT),
        (days <= WORKING_DAYS, MET),
        else_=NOT_MET,
    )


ASSESSMENTS_IN_TIME = Indicator(
    id="ASMT_45WD",
    version=1,
    title="Assessments completed within 45 working days",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those authorised within 45 working days of their first day",
    denominator="assessments authorised in the month",
    unit="occasions",
    clock="working days in England and Wales; the first day is day 0, day 45 is in time (K1)",
    needs={"assessments": ("child", "started_on", "authorised_on")},
    population=population,
    outcome=outcome,
    source="Working Together to Safeguard Children, 45 working days; DfE, children in need census, "
    "measure C2 (N00159, N00160), whose bands begin with 'same day'; Annex A list 4",
    limits="Counted from the assessment's own first day; the statutory clock begins with the "
    "referral (ASMT_45_REF). An assessment that ends before it begins cannot be worked out.",
)

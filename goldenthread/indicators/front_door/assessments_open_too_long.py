"""Open assessments past 45 working days."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.inputs import Inputs
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, Better, Indicator, Kind

WORKING_DAYS = 45


def population(inputs: Inputs) -> ir.Table:
    """Assessments open on the last day of each month."""
    assessments = inputs["assessments"].mutate(case=_.assessment)
    rows = inputs.open_at_month_ends(assessments, start="started_on", end="authorised_on")
    return inputs.with_working_days(rows, start="started_on", stop="last_day", name="working_days")


def outcome(cases: ir.Table) -> ir.StringValue:
    """More than 45 working days have passed."""
    return ibis.cases(
        (cases.month.isnull() | cases.working_days.isnull(), CANNOT),
        (cases.working_days > WORKING_DAYS, MET),
        else_=NOT_MET,
    )


ASSESSMENTS_OPEN_TOO_LONG = Indicator(
    id="ASMT_OPEN_45",
    version=1,
    title="Open assessments past 45 working days",
    kind=Kind.SHARE,
    better=Better.LOWER,
    numerator="of these, those begun more than 45 working days before",
    denominator="assessments open on the last day of the month",
    unit="occasions",
    clock="working days in England and Wales; the first day is day 0 (K1)",
    needs={"assessments": ("child", "started_on", "authorised_on")},
    population=population,
    outcome=outcome,
    source="DfE, children in need census, check 8670Q",
    limits=("An assessment without a first day is in no month and cannot be counted."),
)

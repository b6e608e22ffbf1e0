"""Dental check in the last 12 months."""

import ibis.expr.types as ir

from goldenthread.indicators.care.checks import in_date, latest_check
from goldenthread.indicators.inputs import Inputs, months_later
from goldenthread.indicators.kinds import Better, Drawn, Indicator, Kind

MONTHS = 12
CHECK = "DENTAL"


def population(inputs: Inputs) -> ir.Table:
    """Children in care for a year on the last day of each month, with the latest check."""
    return latest_check(inputs, CHECK)


def outcome(cases: ir.Table) -> ir.StringValue:
    """The latest check lies within 12 months."""
    return in_date(cases, months_later(cases.last_day, -MONTHS))


DENTAL_CHECKS = Indicator(
    id="DENTAL",
    version=1,
    title="Dental check in the last 12 months",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator="of these, those with a dental check in the last 12 months",
    denominator=("children looked after for twelve months or more on the last day of the month"),
    unit="children",
    clock="calendar months, the corresponding date included (K4)",
    needs={
        "care_episodes": ("child", "started_on", "ended_on"),
        "health_checks": ("child", "check_type"),
    },
    population=population,
    outcome=outcome,
    source="DfE, SSDA903 OC2, TEETH_CHECK; Annex A list 8",
    limits=("The return gives no day, only yes or no. A check that was refused is not one."),
    not_drawn={
        Drawn.HOLIDAY: "Calendar days or months; a bank holiday counts like any day.",
    },
)

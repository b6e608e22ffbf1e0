"""Review health assessment in date."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.care.checks import in_date, latest_check
from goldenthread.indicators.care.periods import is_younger, with_birth
from goldenthread.indicators.inputs import Inputs, months_later
from goldenthread.indicators.kinds import Better, Drawn, Indicator, Kind

MONTHS, MONTHS_YOUNG, AGE = 12, 6, 5
CHECK = "HEALTH"


def population(inputs: Inputs) -> ir.Table:
    """Children in care for a year on the last day of each month, with the latest check."""
    return with_birth(inputs, latest_check(inputs, CHECK))


def outcome(cases: ir.Table) -> ir.StringValue:
    """The latest lies within 12 months, or within 6 of a child under five."""
    young, old = (months_later(cases.last_day, -months) for months in (MONTHS_YOUNG, MONTHS))
    youngster = is_younger(cases, AGE)
    return in_date(cases, ibis.cases((youngster, young), (~youngster, old)))


HEALTH_ASSESSMENTS = Indicator(
    id="RHA",
    version=1,
    title="Review health assessment in date",
    kind=Kind.SHARE,
    better=Better.HIGHER,
    numerator=(
        "of these, those with a health assessment in the last 12 months, or 6 if under five"
    ),
    denominator=("children looked after for twelve months or more on the last day of the month"),
    unit="children",
    clock="calendar months, the corresponding date included (K4)",
    needs={
        "care_episodes": ("child", "started_on", "ended_on"),
        "health_checks": ("child", "check_type"),
        "children": ("birth_month",),
    },
    population=population,
    outcome=outcome,
    source=(
        "Care Planning, Placement and Case Review (England) Regulations 2010, reg 7; "
        "SSDA903 OC2; Annex A list 8"
    ),
    limits=(
        "DfE asks for two a year under five and one from five on; here the latest must be"
        " recent. The return gives no day, only yes or no."
    ),
    not_drawn={
        Drawn.HOLIDAY: "Calendar days or months; a bank holiday counts like any day.",
    },
)

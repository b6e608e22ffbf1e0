"""Review health assessment in date."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.care.periods import for_a_year, in_care, is_younger, with_birth
from goldenthread.indicators.inputs import Inputs, months_later, with_latest
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, Better, Drawn, Indicator, Kind

MONTHS, MONTHS_YOUNG, AGE = 12, 6, 5
CHECK = "HEALTH"
DONE = "YES"


def population(inputs: Inputs) -> ir.Table:
    """Children in care for a year on the last day of each month, with the latest check."""
    rows = for_a_year(in_care(inputs))
    rows = with_birth(inputs, rows)
    checks = inputs["health_checks"]
    checks = checks.filter(checks.check_type == CHECK)
    dated = checks.filter(checks.checked_on.notnull())
    rows = with_latest(rows, dated, day="checked_on", name="checked_on")
    told = checks.group_by(["authority", "child"]).aggregate(
        told=(checks.check_status == DONE).ifelse(1, 0).max()
    )
    told = told.select(on_authority="authority", on_child="child", told="told")
    rows = rows.left_join(
        told, [rows.authority == told.on_authority, rows.child == told.on_child]
    ).drop("on_authority", "on_child")
    return inputs.with_reach(rows, "health_checks", "known_from")


def outcome(cases: ir.Table) -> ir.StringValue:
    """The latest check lies within the time; a return that only says yes or no is taken at its word."""
    youngster = is_younger(cases, AGE)
    since = youngster.ifelse(
        months_later(cases.last_day, -MONTHS_YOUNG), months_later(cases.last_day, -MONTHS)
    )
    of_year = (cases.known_from <= cases.last_day).fill_null(True)
    return ibis.cases(
        (cases.month.isnull() | cases.born_on.isnull(), CANNOT),
        ((cases.checked_on >= since).fill_null(False), MET),
        (~of_year, CANNOT),
        (cases.checked_on.isnull() & (cases.told == 1).fill_null(False), MET),
        (cases.checked_on.isnull() & cases.told.isnull(), NOT_MET),
        else_=NOT_MET,
    )


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

"""Dental check in the last 12 months."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.care.periods import for_a_year, in_care
from goldenthread.indicators.inputs import Inputs, months_later, with_latest
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET, Better, Drawn, Indicator, Kind

MONTHS = 12
CHECK = "DENTAL"
DONE = "YES"


def population(inputs: Inputs) -> ir.Table:
    """Children in care for a year on the last day of each month, with the latest check."""
    rows = for_a_year(in_care(inputs))
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
    since = months_later(cases.last_day, -MONTHS)
    of_year = (cases.known_from <= cases.last_day).fill_null(True)
    return ibis.cases(
        (cases.month.isnull(), CANNOT),
        ((cases.checked_on >= since).fill_null(False), MET),
        (~of_year, CANNOT),
        (cases.checked_on.isnull() & (cases.told == 1).fill_null(False), MET),
        (cases.checked_on.isnull() & cases.told.isnull(), NOT_MET),
        else_=NOT_MET,
    )


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

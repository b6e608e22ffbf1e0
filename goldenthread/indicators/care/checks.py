"""Health checks of children in care for a year, as the indicators of health ask."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.care.periods import for_a_year, in_care
from goldenthread.indicators.inputs import Inputs, with_latest
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET

DONE = "YES"
# A check that was refused, or that the record says was not done, is none.
NOT_DONE = ("NO", "REFUSED")


def latest_check(inputs: Inputs, check: str) -> ir.Table:
    """Children in care for a year on the last day of each month, with the day of their latest check.

    `told` is 1 where a return says, without a day, that there was one.
    """
    rows = for_a_year(in_care(inputs))
    checks = inputs["health_checks"]
    checks = checks.filter(checks.check_type == check)
    took_place = ~checks.check_status.isin(NOT_DONE).fill_null(False)
    dated = checks.filter(checks.checked_on.notnull() & took_place)
    rows = with_latest(rows, dated, day="checked_on", name="checked_on")
    said = checks.checked_on.isnull() & (checks.check_status == DONE).fill_null(False)
    told = checks.group_by(["authority", "child"]).aggregate(told=said.ifelse(1, 0).max())
    told = told.select(on_authority="authority", on_child="child", told="told")
    rows = rows.left_join(
        told, [rows.authority == told.on_authority, rows.child == told.on_child]
    ).drop("on_authority", "on_child")
    return inputs.with_reach(rows, "health_checks", "known_from")


def in_date(cases: ir.Table, since: ir.DateValue) -> ir.StringValue:
    """The latest check lies on or after a day; a return without days is taken at its word."""
    of_year = (cases.known_from <= cases.last_day).fill_null(True)
    return ibis.cases(
        (cases.month.isnull() | since.isnull(), CANNOT),
        ((cases.checked_on >= since).fill_null(False), MET),
        (~of_year, CANNOT),
        (cases.checked_on.isnull() & (cases.told == 1).fill_null(False), MET),
        else_=NOT_MET,
    )

"""Care leavers by age, as the indicators of leaving care ask."""

import ibis
import ibis.expr.types as ir
from ibis import _

from goldenthread.indicators.care.periods import with_birth
from goldenthread.indicators.inputs import Inputs, months_later
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET

YEAR = 12
# The dead, and those who went home for good, are left out of every count.
LEFT_OUT = ("DIED", "RHOM")
NO_CONTACT = ("NO", "REFU")
ACTIVE = ("F1", "P1", "F2", "P2", "F3", "P3", "F4", "P4", "F5", "P5")


def leavers(inputs: Inputs, *, youngest: int, oldest: int) -> ir.Table:
    """Care leavers of these ages, both included, on the day of the figures, and of unknown age.

    A list and the return tell how it stands, so they answer for the month of the figures only.
    """
    told = inputs["care_leavers"].mutate(case=_.care_leaver, month=inputs.month_of_figures())
    told = told.filter(~told.in_touch.isin(LEFT_OUT).fill_null(False))
    rows = with_birth(inputs, told).mutate(last_day=ibis.literal(inputs.span.as_at))
    return rows.filter(between(rows, youngest, oldest).fill_null(True))


def between(rows: ir.Table, youngest: int, oldest: int) -> ir.BooleanValue:
    """Whether somebody is of these ages, both included; empty where no birth is known."""
    reached = months_later(rows.born_on, YEAR * youngest) <= rows.last_day
    return reached & (months_later(rows.born_on, YEAR * (oldest + 1)) > rows.last_day)


def not_in_touch(rows: ir.Table) -> ir.BooleanValue:
    """Whether the council knows nothing because it is not in touch, or was refused."""
    return rows.in_touch.isin(NO_CONTACT).fill_null(False)


def in_education(rows: ir.Table) -> ir.StringValue:
    """In education, employment or training by the code; who is not in touch counts as not."""
    return ibis.cases(
        (rows.born_on.isnull(), CANNOT),
        (rows.activity.isin(ACTIVE).fill_null(False), MET),
        (rows.activity.notnull() | not_in_touch(rows), NOT_MET),
        else_=CANNOT,
    )

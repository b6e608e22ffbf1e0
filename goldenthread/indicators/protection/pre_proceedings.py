"""Children in pre-proceedings at month ends, with the family they belong to."""

import ibis
import ibis.expr.types as ir

from goldenthread.indicators.inputs import Inputs, days_between, is_unreadable
from goldenthread.indicators.kinds import CANNOT, MET, NOT_MET
from goldenthread.indicators.protection.plans import with_family


def open_pre_proceedings(inputs: Inputs) -> ir.Table:
    """A row for each child and each month at whose last day pre-proceedings went on.

    They end with the decision to step down or to issue or, where none is told, with the application
    to the court. `family` is the one of the pre-proceedings, else the child's family group.
    """
    rows = inputs["pre_proceedings"]
    told = ibis.coalesce(rows.ended_on, rows.court_applied_on)
    lost = told.isnull() & is_unreadable(rows, "ended_on", "court_applied_on")
    rows = rows.mutate(
        case=rows.pre_proceedings_row,
        family_told=rows.family,
        team=ibis.null("string"),
        ended_on=told,
        unreadable=rows.unreadable.fill_null("") + lost.ifelse(",ended_on", ""),
    ).drop("family")
    at_month_ends = inputs.open_at_month_ends(rows, start="decided_on", end="ended_on")
    found = with_family(inputs, at_month_ends)
    return found.mutate(family=ibis.coalesce(found.family_told, found.family)).drop("family_told")


def is_over(rows: ir.Table, *, weeks: int) -> ir.StringValue:
    """Whether more than so many weeks lie between the decision and the last day of the month."""
    days = days_between(rows.decided_on, rows.last_day)
    return ibis.cases((rows.month.isnull(), CANNOT), (days > weeks * 7, MET), else_=NOT_MET)
